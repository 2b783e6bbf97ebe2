package org.lifeboat.engine.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.engine.account.Account;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.fake.FakeChain;
import org.lifeboat.engine.fake.FakeSource;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.source.Query;
import org.lifeboat.engine.source.Refutation;
import org.lifeboat.engine.source.Reply;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Wei;
import org.lifeboat.rollups.opstack.OpStack;

/// Who is seen as somebody else, and who never is.
class OwnNameTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Address SAFE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address ALIAS = OpStack.alias(SAFE);
    private static final Bytes CODE = Bytes.fromHex("0x6080604052");

    private final FakeSource first = new FakeSource(new FakeChain(1), "a");
    private final FakeSource second = new FakeSource(new FakeChain(1), "b");
    private final FakeSource above = new FakeSource(new FakeChain(901).with(ALIAS, 7), "l2");

    @Test
    void whatAKeySigns_keepsItsName_whateverASourceSays() {
        code(first, CODE);
        assertThat(OwnName.of(place(), account(new Account.Kind.Derived("m/44'/60'/0'/0/0")), PATIENCE))
                .isEqualTo(new OwnName.Kept());
        assertThat(first.requests()).as("nobody is asked").isEmpty();
    }

    @Test
    void aContract_isSeenAsAnother_andADelegationIsNot() {
        code(first, CODE);
        assertThat(OwnName.of(place(), account(new Account.Kind.WatchOnly()), PATIENCE))
                .isEqualTo(new OwnName.Another(ALIAS));

        code(first, Bytes.fromHex("0xef0100").plus(Bytes.of(SAFE.toArray())));
        assertThat(OwnName.of(place(), account(new Account.Kind.WatchOnly()), PATIENCE))
                .isEqualTo(new OwnName.Kept());
    }

    @Test
    void aSourceThatWasCaught_isNotAsked_andSilenceIsNoAnswer() {
        code(first, CODE);
        first.refuted(new Refutation("CODE", SAFE.toChecksum(), "a", "b"));
        silent(second);
        assertThat(OwnName.of(place(), account(new Account.Kind.WatchOnly()), PATIENCE))
                .isEqualTo(new OwnName.Unknown());
        assertThat(first.requests()).isEmpty();
    }

    @Test
    void whatTheAliasHolds_isReadOnTheLayer2_withHowFarItWasChecked() {
        assertThat(OwnName.held(place(), ALIAS, PATIENCE)).hasValueSatisfying(held -> {
            assertThat(held.coin()).isEqualTo(Wei.of(7));
            assertThat(held.assurance()).isEqualTo(Assurance.MATCHED);
        });
        above.twist((query, reply) ->
                query instanceof Query.ProofOf ? new Reply.Refused<>(-32601, "no", Optional.empty()) : reply);
        assertThat(OwnName.held(place(), ALIAS, PATIENCE).orElseThrow().assurance())
                .isEqualTo(Assurance.CLAIMED);
        silent(above);
        assertThat(OwnName.held(place(), ALIAS, PATIENCE)).isEmpty();
    }

    private static void code(FakeSource source, Bytes code) {
        source.twist((query, reply) -> query instanceof Query.CodeOf ? new Reply.Got<>(code) : reply);
    }

    private static void silent(FakeSource source) {
        source.twist((_, _) -> new Reply.Failed<>(Reply.Failure.UNREACHABLE, "no route"));
    }

    private static Account account(Account.Kind kind) {
        return new Account(SAFE, "Safe", kind, 0, false);
    }

    private ExitPlace place() {
        Network l1 = new Network(new ChainId(1), "L1", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);
        Network l2 = new Network(
                new ChainId(901),
                "L2",
                "ETH",
                new Network.Layer.L2(l1.chain(), Network.Stack.OP_STACK),
                true,
                Network.Origin.USER);
        return new ExitPlace(l2, List.of(above), l1, List.of(first, second), Address.ZERO);
    }
}
