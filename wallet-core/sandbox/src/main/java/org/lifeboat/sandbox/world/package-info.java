/// What a newcomer finds: accounts with play money, tokens, and who gives more of it.
@NullMarked
package org.lifeboat.sandbox.world;

import org.jspecify.annotations.NullMarked;
