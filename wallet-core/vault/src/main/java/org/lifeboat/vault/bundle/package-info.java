/// Requests and signatures as files, for signing on a computer without a network.
///
/// The online computer writes a [RequestBundle]; the offline one reads it, describes and signs each request, and
/// writes a [SignedBundle], which the online one checks and sends. Both are JSON of a fixed version, described in
/// resources/docs/formats.md. Unknown versions, kinds and members are refused, never passed over: what is not
/// understood is not signed.
@NullMarked
package org.lifeboat.vault.bundle;

import org.jspecify.annotations.NullMarked;
