/// A world to practise in: chains in memory on this program's own EVM, served on loopback as JSON-RPC.
///
/// Knows nothing of engine, vault or screens: to the wallet it is a server like any other, and as little
/// believed.
@NullMarked
package org.lifeboat.sandbox;

import org.jspecify.annotations.NullMarked;
