/// Test vectors that others published, streamed from a folder or from archives in it, unedited.
///
/// Knows nothing of what is in the files, and writes nothing.
@NullMarked
package org.lifeboat.testkit.vectors;

import org.jspecify.annotations.NullMarked;
