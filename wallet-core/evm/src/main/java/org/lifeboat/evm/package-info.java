/// The Ethereum virtual machine, from Frontier to Osaka, on flat arrays.
///
/// Read in this order: `rules` (the forks as tables), `word` (arithmetic), `code`, `state` (what a run reads and
/// changes), `interpreter` (the machine), `precompile`, `transaction` (one transaction, whole), `block` (what
/// happens around them), `trace` (watching).
///
/// Pure: the same inputs give the same result, with no clock, disk or network; what a run reads, it asks a
/// [org.lifeboat.evm.state.StateReader], which may say that it cannot answer. Never throws for what a program or
/// transaction does: outcomes are data.
@NullMarked
package org.lifeboat.evm;

import org.jspecify.annotations.NullMarked;
