package org.lifeboat.engine.send;

/// How loud a check is. None is a lock: a predicted failure can be signed after a second yes.
public enum Severity {
    /// Good to know.
    NOTE,
    /// Shown in front of the button.
    WARNING,
    /// Asked about once more.
    DANGER
}
