/// Suite `opdevnet`: stories played on a whole OP Stack that runs on this machine, op-geth and op-node
/// against what is computed here.
///
/// Read in this order: [OpDevnetSuite] (which devnets, which stories on each), [Stage] (what a story has to
/// do with), [Actor] (signs and sends for a role), [WalletProcess] (the wallet, as a process that can be
/// killed), and the stories.
@NullMarked
package org.lifeboat.conformance.opdevnet;

import org.jspecify.annotations.NullMarked;
