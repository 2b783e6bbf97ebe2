package org.lifeboat.engine.balances;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.engine.claims.Note;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.source.ProofClaim;
import org.lifeboat.engine.token.Token;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.Keccak256;
import org.lifeboat.primitives.trie.AccountState;

class TokenBalancesTest extends BalanceStory {
    @Test
    void pinnedToken_isMatched() throws InterruptedException {
        Token token = token(Optional.of(new Token.Pin(slot(3), Keccak256.hash(CODE), Optional.empty())));
        FakeSource source = tokenSource(honest("a"), slot(3), Map.of(ALICE, 5L));

        BalanceSheet sheet = refresh(List.of(source), List.of(token));

        assertThat(tokenFigure(sheet, ALICE).amount().units()).isEqualTo(5);
        assertThat(tokenFigure(sheet, ALICE).assurance()).isEqualTo(Assurance.MATCHED);
        assertThat(tokenFigure(sheet, BOB).amount().isZero()).isTrue();
        assertThat(source.requests()).hasSize(2);
    }

    @Test
    void pinnedTokenWithOtherCode_isUncheckedAndSaysSo() throws InterruptedException {
        Token token = token(Optional.of(new Token.Pin(slot(3), Hash32.ofNumber(1), Optional.empty())));
        FakeSource source = tokenSource(honest("a"), slot(3), Map.of(ALICE, 5L));

        BalanceSheet sheet = refresh(List.of(source), List.of(token));

        assertThat(tokenFigure(sheet, ALICE).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(tokenFigure(sheet, ALICE).notes().getFirst().kind()).isEqualTo(Note.Kind.TOKEN_CODE_CHANGED);
    }

    @Test
    void proxyToken_isMatchedOnlyWithThePinnedImplementation() throws InterruptedException {
        Address implementation = Address.fromHex("0x2000000000000000000000000000000000000002");
        Hash32 at = Hash32.ofNumber(99);
        Token.Implementation pin = new Token.Implementation(at, implementation, Keccak256.hash(CODE));
        Token token = token(Optional.of(new Token.Pin(slot(0), Keccak256.hash(CODE), Optional.of(pin))));
        FakeSource source = tokenSource(honest("a"), slot(0), Map.of(ALICE, 5L));
        chain.at(TOKEN).storage.put(at, implementation.toWord().toNumber());
        chain.at(implementation).code = CODE;

        assertThat(tokenFigure(refresh(List.of(source), List.of(token)), ALICE).assurance())
                .isEqualTo(Assurance.MATCHED);

        chain.at(TOKEN).storage.put(at, BOB.toWord().toNumber());
        Figure.Known upgraded = tokenFigure(refresh(List.of(source), List.of(token)), ALICE);
        assertThat(upgraded.assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(upgraded.notes().getFirst()).isEqualTo(Note.of(Note.Kind.IMPLEMENTATION_CHANGED, BOB.toChecksum()));
    }

    @Test
    void lieAboutASlot_isRefuted() throws InterruptedException {
        Token token = token(Optional.of(new Token.Pin(slot(3), Keccak256.hash(CODE), Optional.empty())));
        FakeSource liar = tokenSource(honest("liar"), slot(3), Map.of(ALICE, 5L))
                .twist((_, reply) -> claim(
                        reply,
                        claim -> new ProofClaim(
                                claim.account(),
                                claim.balance(),
                                claim.nonce(),
                                claim.codeHash(),
                                claim.storageRoot(),
                                claim.accountProof(),
                                claim.slots().stream()
                                        .map(slot -> new ProofClaim.Slot(
                                                slot.key(), slot.value().add(BigInteger.ONE), slot.proof()))
                                        .toList())));

        BalanceSheet sheet = refresh(List.of(liar), List.of(token));

        assertThat(sheet.networks()
                        .getFirst()
                        .disagreements()
                        .getFirst()
                        .contradiction()
                        .what())
                .isEqualTo(Contradiction.What.STORAGE_VALUE);
    }

    @Test
    void unknownToken_staysUncheckedWithTheSuggestedSlot() throws InterruptedException {
        FakeSource source = tokenSource(honest("a"), slot(9), Map.of(ALICE, 5L));

        BalanceSheet first = refresh(List.of(source), List.of(token(Optional.empty())));

        assertThat(tokenFigure(first, ALICE).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(tokenFigure(first, ALICE).notes())
                .contains(Note.of(Note.Kind.SLOT_SUGGESTED, Hash32.ofNumber(9).toHex()));
        // A zero never confirms a slot.
        assertThat(tokenFigure(first, BOB).notes()).containsExactly(Note.of(Note.Kind.NOT_PINNED));
        assertThat(source.requests()).hasSize(3);

        BalanceSheet second = refresh(List.of(source), List.of(token(Optional.empty())));
        assertThat(tokenFigure(second, ALICE).assurance()).isEqualTo(Assurance.CLAIMED);
        assertThat(source.requests()).hasSize(5);
    }

    @Test
    void tokenWithoutContract_isSaidOnceWithItsProof_andIsNoLineAndNoZero() throws InterruptedException {
        Token pinned = token(Optional.of(new Token.Pin(slot(3), Keccak256.hash(CODE), Optional.empty())));

        for (Token token : List.of(token(Optional.empty()), pinned)) {
            NetworkReport report =
                    refresh(List.of(honest("a")), List.of(token)).networks().getFirst();

            assertThat(report.rows()).hasSize(2).allMatch(row -> row.position().asset() instanceof Asset.Coin);
            assertThat(report.notes()).containsExactly(Note.of(Note.Kind.TOKENS_ABSENT, "TOK"));
            assertThat(report.complete()).isTrue();
        }
    }

    @Test
    void tokenThatWasHeldBefore_keepsItsLineWhereItsContractIsGone() throws InterruptedException {
        Token token = token(Optional.of(new Token.Pin(slot(3), Keccak256.hash(CODE), Optional.empty())));
        refresh(List.of(tokenSource(honest("a"), slot(3), Map.of(ALICE, 5L))), List.of(token));
        chain.at(TOKEN).code = Bytes.EMPTY;
        chain.at(TOKEN).storage.clear();

        NetworkReport report =
                refresh(List.of(honest("a")), List.of(token)).networks().getFirst();

        Figure.Problem alice = (Figure.Problem) report.rows().get(1).newest();
        assertThat(alice.reasons()).containsExactly(Note.of(Note.Kind.TOKENS_ABSENT, "TOK"));
        assertThat(alice.lastKnown().orElseThrow().amount().units()).isEqualTo(5);
        assertThat(report.rows()).as("Bob held none").hasSize(3);
    }

    @Test
    void falseProofOfAbsence_isRefuted() throws InterruptedException {
        FakeSource liar = honest("liar")
                .twist((_, reply) -> claim(
                        reply,
                        claim -> claim.account().equals(TOKEN)
                                ? new ProofClaim(
                                        TOKEN,
                                        claim.balance(),
                                        claim.nonce(),
                                        AccountState.NO_CODE,
                                        claim.storageRoot(),
                                        claim.accountProof(),
                                        claim.slots())
                                : claim));
        chain.at(TOKEN).code = CODE;

        NetworkReport report = refresh(List.of(liar), List.of(token(Optional.empty())))
                .networks()
                .getFirst();

        assertThat(report.disagreements().getFirst().contradiction().what()).isEqualTo(Contradiction.What.CODE_HASH);
        assertThat(report.notes()).noneMatch(note -> note.kind() == Note.Kind.TOKENS_ABSENT);
    }

    @Test
    void notAToken_isAProblemAndNeverAZero() throws InterruptedException {
        chain.at(TOKEN).code = CODE;
        BalanceSheet sheet = refresh(List.of(honest("a")), List.of(token(Optional.empty())));

        Row row = sheet.networks().getFirst().rows().get(1);
        Figure.Problem problem = (Figure.Problem) row.newest();
        assertThat(problem.reasons().getFirst().kind()).isEqualTo(Note.Kind.NOT_A_TOKEN);
    }
}
