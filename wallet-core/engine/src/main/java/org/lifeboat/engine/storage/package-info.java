/// The ports to the disk: one small interface for each kind of record, implemented by `store`.
///
/// What is put is on disk when the call returns (fsync), so that a plan may act on it. A store that cannot read
/// or write throws [StorageFailure]; it never answers with an empty list instead. Nothing secret passes here:
/// keys, words and passwords live in the vault's own file. Thread-safe; calls block, and are meant for virtual
/// threads.
@NullMarked
package org.lifeboat.engine.storage;

import org.jspecify.annotations.NullMarked;
