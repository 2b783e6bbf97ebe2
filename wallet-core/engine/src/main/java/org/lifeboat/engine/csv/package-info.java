/// Comma-separated values, RFC 4180, as spreadsheets read and write them.
///
/// A cell that a spreadsheet would take for a formula is written with an apostrophe before it, and read back
/// without. Reading is strict: a file that is not well-formed is refused with the line, never mended.
@NullMarked
package org.lifeboat.engine.csv;

import org.jspecify.annotations.NullMarked;
