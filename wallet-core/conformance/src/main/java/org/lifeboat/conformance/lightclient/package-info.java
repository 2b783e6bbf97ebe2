/// The suite `lightclient`: published light client messages, and what must become of them.
@NullMarked
package org.lifeboat.conformance.lightclient;

import org.jspecify.annotations.NullMarked;
