package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.activity.OwnTransaction;
import org.lifeboat.engine.activity.Status;
import org.lifeboat.engine.source.Source;
import org.lifeboat.engine.token.TokenList;
import org.lifeboat.engine.token.Tokens;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

class ReplacementTest extends PaymentStory {
    private final Replacement replacement =
            new Replacement(storage, new Tokens(TokenList.bundled(), storage.tokens()), clock, PATIENCE);

    @Test
    void speedUp_paysTheSameToTheSameForMore() throws InterruptedException {
        OwnTransaction own = sent();

        Draft draft = ready(own, Replacement.Way.SPEED_UP);

        assertThat(draft.to()).isEqualTo(BOB);
        assertThat(draft.units()).isEqualTo(own.units());
        assertThat(draft.kind()).isEqualTo(OwnTransaction.Kind.SEND);
        assertThat(draft.transaction().nonce()).isEqualTo(own.nonce());
        assertThat(draft.replaces()).contains(own.hash());
        assertThat(draft.fee().most().total().compareTo(own.feeLimit().total())).isPositive();
    }

    @Test
    void cancel_sendsNothingToOneself() throws InterruptedException {
        OwnTransaction own = sent();

        Draft draft = ready(own, Replacement.Way.CANCEL);

        assertThat(draft.to()).isEqualTo(ALICE);
        assertThat(draft.units()).isEqualTo(BigInteger.ZERO);
        assertThat(draft.kind()).isEqualTo(OwnTransaction.Kind.CANCEL);
        assertThat(draft.transaction().nonce()).isEqualTo(own.nonce());
    }

    @Test
    void settled_orUnreadable_isNotReplaced() throws InterruptedException {
        OwnTransaction own = sent();
        OwnTransaction mined = own.with(new Status.Mined(new BlockRef(7, Hash32.ZERO, 1_763_730_000L)), own.signedAt());

        assertThat(prepare(mined, List.of(source))).isEqualTo(new Replacement.Outcome.Settled(mined));
        assertThat(prepare(withBytes(own, Bytes.EMPTY), List.of(source)))
                .isEqualTo(new Replacement.Outcome.NotReplaceable());
        assertThat(prepare(own, List.of())).isInstanceOf(Replacement.Outcome.Unanswered.class);
    }

    private Draft ready(OwnTransaction own, Replacement.Way way) throws InterruptedException {
        return ((Replacement.Outcome.Ready) replacement.prepare(own, way, l1(), List.of(source))).draft();
    }

    private Replacement.Outcome prepare(OwnTransaction own, List<Source> sources) throws InterruptedException {
        return replacement.prepare(own, Replacement.Way.SPEED_UP, l1(), sources);
    }

    private static OwnTransaction withBytes(OwnTransaction own, Bytes signed) {
        return new OwnTransaction(
                own.chain(),
                own.hash(),
                own.account(),
                own.nonce(),
                own.kind(),
                signed,
                own.counterpart(),
                own.asset(),
                own.units(),
                own.feeLimit(),
                Optional.empty(),
                own.status(),
                "",
                own.signedAt(),
                own.changedAt());
    }
}
