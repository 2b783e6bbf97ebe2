/// Blobs beside the L1's blocks (EIP-4844): made with what they commit to, and kept until the world ends.
@NullMarked
package org.lifeboat.sandbox.blob;

import org.jspecify.annotations.NullMarked;
