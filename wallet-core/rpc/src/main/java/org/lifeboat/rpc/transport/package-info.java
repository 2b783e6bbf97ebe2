/// One HTTP POST and its body, over the JDK's client or through SOCKS: bounded in time and size while reading.
///
/// RFC 9110 and 9112 (HTTP/1.1), RFC 1928 (SOCKS 5). Follows no redirect, keeps no cookie, accepts no
/// compression, and tells the server nothing but a fixed program name. Never puts a path or a body into a
/// message.
@NullMarked
package org.lifeboat.rpc.transport;

import org.jspecify.annotations.NullMarked;
