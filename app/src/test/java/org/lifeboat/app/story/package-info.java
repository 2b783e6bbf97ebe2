/// Whole flows through the real program parts: engine, sources over HTTP, records on disk, against a real
/// node with a liar or a poor node in front of it.
@NullMarked
package org.lifeboat.app.story;

import org.jspecify.annotations.NullMarked;
