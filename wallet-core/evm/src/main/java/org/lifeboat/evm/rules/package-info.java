/// What differs between the forks, as data: one table of instructions and one of numbers, with a column a
/// fork.
///
/// No fork is described as "the one before, but": every column is complete, so that a reader sees a fork
/// whole and a new one (Amsterdam) is one more column. The tables cite the EIPs. Nothing here executes
/// anything.
@NullMarked
package org.lifeboat.evm.rules;

import org.jspecify.annotations.NullMarked;
