/// Who may talk to the sandbox's doors: programs of this computer, and no web page.
@NullMarked
package org.lifeboat.sandbox.web;

import org.jspecify.annotations.NullMarked;
