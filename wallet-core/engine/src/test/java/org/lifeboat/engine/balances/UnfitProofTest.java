package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.source.Deadline;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.source.Query;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;

/// A server that makes a block while it is asked may give a proof of two states. That is asked for once more before
/// anybody is called a liar.
class UnfitProofTest extends BalanceStory {
    private final Set<Address> given = ConcurrentHashMap.newKeySet();

    /// Its first proof of each account does not hold.
    private FakeSource busy() {
        return honest("busy")
                .twist((query, reply) -> query instanceof Query.ProofOf of && given.add(of.account())
                        ? claim(reply, UnfitProofTest::unfit)
                        : reply);
    }

    private FakeSource never() {
        return honest("never").twist((_, reply) -> claim(reply, UnfitProofTest::unfit));
    }

    private static ProofClaim unfit(ProofClaim claim) {
        byte[] node = claim.accountProof().getFirst().toArray();
        node[node.length - 1] ^= 1;
        return new ProofClaim(
                claim.account(),
                claim.balance(),
                claim.nonce(),
                claim.codeHash(),
                claim.storageRoot(),
                List.of(Bytes.of(node)),
                claim.slots());
    }

    @Test
    void whatHoldsAtTheSecondAsking_isMatched_andNobodyIsSetAside() throws InterruptedException {
        FakeSource busy = busy();

        BalanceSheet sheet = refresh(List.of(busy), List.of());

        assertThat(known(sheet, ALICE).amount().units()).isEqualTo(700);
        assertThat(known(sheet, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(sheet.networks().getFirst().disagreements()).isEmpty();
        assertThat(busy.refutations()).isEmpty();
    }

    @Test
    void whatDoesNotHoldTwice_setsItsSourceAside() throws InterruptedException {
        FakeSource never = never();

        BalanceSheet sheet = refresh(List.of(never), List.of());

        assertThat(row(sheet, ALICE).newest()).isInstanceOf(Figure.Problem.class);
        assertThat(sheet.networks().getFirst().disagreements()).isNotEmpty();
        assertThat(never.refutations()).isNotEmpty();
    }

    @Test
    void aValueThatItsOwnProofContradicts_isNotAskedForAgain() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((query, reply) -> query instanceof Query.ProofOf && given.add(ALICE)
                        ? claim(
                                reply,
                                claim -> new ProofClaim(
                                        claim.account(),
                                        Wei.of(9_999),
                                        claim.nonce(),
                                        claim.codeHash(),
                                        claim.storageRoot(),
                                        claim.accountProof(),
                                        claim.slots()))
                        : reply);

        refresh(List.of(liar), List.of());

        assertThat(liar.refutations()).isNotEmpty();
    }

    @Test
    void beforeAPayment_itIsTheSame() {
        FakeSource busy = busy();
        FakeSource never = never();

        assertThat(accounts(busy))
                .isInstanceOfSatisfying(
                        CheckedAccounts.Read.class,
                        read -> assertThat(read.accounts().get(ALICE).assurance())
                                .isEqualTo(Assurance.MATCHED));
        assertThat(busy.refutations()).isEmpty();
        assertThat(accounts(never)).isInstanceOf(CheckedAccounts.Lied.class);
        assertThat(never.refutations()).isNotEmpty();
    }

    private static CheckedAccounts accounts(FakeSource source) {
        return CheckedAccounts.read(source, new ChainId(1), List.of(ALICE), Deadline.in(Duration.ofSeconds(5)));
    }
}
