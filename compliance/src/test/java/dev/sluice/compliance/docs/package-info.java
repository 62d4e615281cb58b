/** The pages of {@code docs} that are made from the code of this module. */
package dev.sluice.compliance.docs;
