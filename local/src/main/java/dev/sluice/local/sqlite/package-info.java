/** One SQLite file: how it is opened, written in groups and read beside that, and the ports kept in it. */
@NullMarked
package dev.sluice.local.sqlite;

import org.jspecify.annotations.NullMarked;
