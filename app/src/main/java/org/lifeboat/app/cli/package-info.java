/// The command line: one class a command. Progress goes to standard error, results to standard output; what
/// an exit code means stands in [ExitCode]. Never takes a password or seed words as an argument.
@NullMarked
package org.lifeboat.app.cli;

import org.jspecify.annotations.NullMarked;
