/// Files that are replaced whole or not at all.
///
/// Temporary file, fsync, rename, fsync of the directory; readable by the owner only. Never leaves a
/// half-written file under the real name and never writes anything that is not sealed.
@NullMarked
package org.lifeboat.vault.file;

import org.jspecify.annotations.NullMarked;
