/** What each stage of one transaction costs, in time and in garbage, held against a budget. */
@NullMarked
package dev.sluice.benchmarks.stages;

import org.jspecify.annotations.NullMarked;
