/** What somebody is woken for: each alarm as data, with its meaning and what to do; the docs are made from it. */
@NullMarked
package dev.sluice.infra.alarm;

import org.jspecify.annotations.NullMarked;
