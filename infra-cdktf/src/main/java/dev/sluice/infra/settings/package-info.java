/** What whoever deploys can choose: typed, checked, each with a default for every preset. */
@NullMarked
package dev.sluice.infra.settings;

import org.jspecify.annotations.NullMarked;
