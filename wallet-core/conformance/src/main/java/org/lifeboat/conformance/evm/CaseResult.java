package org.lifeboat.conformance.evm;

import org.lifeboat.conformance.Report;

/// How one case ended; made on a worker's thread, told on the main one.
sealed interface CaseResult {
    record Passed() implements CaseResult {}

    /// @param difference the first one found
    record Failed(String name, String difference) implements CaseResult {}

    record Skipped(String reason) implements CaseResult {}

    default void tell(Report report) {
        switch (this) {
            case Passed _ -> report.passed();
            case Failed(String name, String difference) -> report.failed(name, difference);
            case Skipped(String reason) -> report.skipped(reason);
        }
    }
}
