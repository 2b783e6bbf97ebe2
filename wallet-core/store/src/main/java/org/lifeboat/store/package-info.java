/// The profile's records on disk: one SQLite file, behind the ports of `engine.storage`.
///
/// SQLite in WAL mode with `synchronous=FULL`, so what was put is on disk when the call returns; foreign keys
/// on; one writer thread, a few readers beside it; versioned scripts under `schema/`, counted by `PRAGMA
/// user_version`. No secret is ever written here. A file that cannot be trusted is not opened, not repaired and
/// not overwritten.
@NullMarked
package org.lifeboat.store;

import org.jspecify.annotations.NullMarked;
