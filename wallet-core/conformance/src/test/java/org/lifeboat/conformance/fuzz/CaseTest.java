package org.lifeboat.conformance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lifeboat.conformance.evm.StateOutcome;
import org.lifeboat.conformance.evm.StateTests;

/// Generated cases are worth something only if they can be made again, and if most of them do something.
class CaseTest {
    @Test
    void theSameSeedMakesTheSameCase() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(Case.of(seed, List.of())).isEqualTo(Case.of(seed, List.of()));
        }
        assertThat(Case.of(1, List.of())).isNotEqualTo(Case.of(2, List.of()));
    }

    @Test
    void mostCasesRunAndEveryEndingComesUp() {
        StateTests machine = new StateTests();
        var kinds = new TreeMap<String, Integer>();
        for (long seed = 0; seed < 400; seed++) {
            Case one = Case.of(seed, List.of());
            StateOutcome outcome = machine.outcome(one.test(), one.fork(), one.signed());
            kinds.merge(outcome.kind(), 1, Integer::sum);
        }
        assertThat(kinds).containsKeys("executed: Success", "executed: Revert", "executed: Halt");
        assertThat(kinds.get("executed: Success")).isGreaterThan(160);
    }

    @Test
    void onlyTheNamedForksAreUsed() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(Case.of(seed, List.of("Prague")).fork()).isEqualTo("Prague");
        }
    }
}
