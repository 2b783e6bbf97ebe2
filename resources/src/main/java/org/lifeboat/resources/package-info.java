/// What the program carries along: words in two languages, networks, tokens, pictures. Reads its own jar and
/// nothing else.
@NullMarked
package org.lifeboat.resources;

import org.jspecify.annotations.NullMarked;
