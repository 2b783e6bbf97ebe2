/// Following L1 with the real store, the real HTTP client and a beacon node of the sandbox.
@NullMarked
package org.lifeboat.app.sync;

import org.jspecify.annotations.NullMarked;
