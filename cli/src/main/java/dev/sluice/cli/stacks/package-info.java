/** The Terraform that synthesis wrote, as commands read it. */
@NullMarked
package dev.sluice.cli.stacks;

import org.jspecify.annotations.NullMarked;
