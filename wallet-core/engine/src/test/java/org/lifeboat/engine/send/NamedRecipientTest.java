package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.assurance.Assurance;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.name.Named;
import org.lifeboat.engine.name.Normalization;
import org.lifeboat.engine.network.Network;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.BlockRef;
import org.lifeboat.primitives.ChainId;
import org.lifeboat.primitives.Hash32;

class NamedRecipientTest {
    private static final ChainId CHAIN = new ChainId(1);
    private static final Address ANN = Address.fromHex("0x1111111111111111111111111111111111111111");
    private static final Address EVE = Address.fromHex("0x2222222222222222222222222222222222222222");
    private static final Network ETHEREUM =
            new Network(CHAIN, "Ethereum", "ETH", new Network.Layer.L1(), false, Network.Origin.BUNDLED);

    private static Named.Found found(Address address, Assurance.Level level) {
        return new Named.Found(
                "ann.eth",
                CHAIN,
                address,
                false,
                new Assurance(level, Set.of()),
                new BlockRef(7, Hash32.ofNumber(7), 1_800_000_000L),
                Optional.empty(),
                List.of("ASCII"),
                false);
    }

    private static Optional<Contact> contact(Address address, Set<ChainId> chains) {
        return Optional.of(new Contact("ann.eth", address, chains, "", Optional.empty()));
    }

    private static List<Check.Kind> kinds(NamedRecipient recipient) {
        return ((NamedRecipient.At) recipient)
                .checks().stream().map(Check::kind).toList();
    }

    @Test
    void aName_isNeverSaidAlone() {
        NamedRecipient.At at =
                (NamedRecipient.At) NamedRecipient.of(found(ANN, Assurance.Level.FINAL), ETHEREUM, Optional.empty());

        assertThat(at.address()).isEqualTo(ANN);
        assertThat(at.checks().getFirst()).isEqualTo(Check.of(Check.Kind.NAME_FINAL, "ann.eth", ANN.toChecksum(), "7"));
    }

    @Test
    void howFirmItIs_isSaid() {
        assertThat(kinds(NamedRecipient.of(found(ANN, Assurance.Level.POSTED), ETHEREUM, Optional.empty())))
                .containsExactly(Check.Kind.NAME_SIGNED);
        assertThat(kinds(NamedRecipient.of(found(ANN, Assurance.Level.CLAIMED), ETHEREUM, Optional.empty())))
                .containsExactly(Check.Kind.NAME_UNVERIFIED);
    }

    @Test
    void aNameThatHasMovedFromItsContact_isPaidToNobody() {
        NamedRecipient moved = NamedRecipient.of(found(EVE, Assurance.Level.FINAL), ETHEREUM, contact(ANN, Set.of()));
        assertThat(moved)
                .isEqualTo(new NamedRecipient.Refused(
                        "send.name.moved", List.of("ann.eth", ANN.toChecksum(), EVE.toChecksum())));

        assertThat(NamedRecipient.of(found(ANN, Assurance.Level.FINAL), ETHEREUM, contact(ANN, Set.of())))
                .isInstanceOf(NamedRecipient.At.class);
    }

    @Test
    void aContactOfAnotherNetwork_saysNothingHere() {
        NamedRecipient here =
                NamedRecipient.of(found(EVE, Assurance.Level.FINAL), ETHEREUM, contact(ANN, Set.of(new ChainId(10))));
        assertThat(here).isInstanceOf(NamedRecipient.At.class);
    }

    @Test
    void whatJustChangedOrLooksOdd_isSaidLoudly() {
        Named.Found odd = new Named.Found(
                "\u03bb.eth",
                CHAIN,
                ANN,
                true,
                new Assurance(Assurance.Level.POSTED, Set.of()),
                new BlockRef(7, Hash32.ofNumber(7), 1_800_000_000L),
                Optional.of(EVE),
                List.of("Greek", "ASCII"),
                false);
        assertThat(kinds(NamedRecipient.of(odd, ETHEREUM, Optional.empty())))
                .containsExactly(
                        Check.Kind.NAME_SIGNED,
                        Check.Kind.NAME_CHANGED,
                        Check.Kind.NAME_FOR_ANY_CHAIN,
                        Check.Kind.NAME_SCRIPTS);
        assertThat(Check.Kind.NAME_CHANGED)
                .satisfies(
                        kind -> assertThat(Check.of(kind, "a", "b").severity()).isEqualTo(Severity.DANGER));
    }

    @ParameterizedTest
    @EnumSource(Named.Why.class)
    void withoutAnAddress_onlyAContactIsPaid(Named.Why why) {
        Named nothing = new Named.Nothing(why, List.of("ann.eth"));

        assertThat(NamedRecipient.of(nothing, ETHEREUM, Optional.empty()))
                .isEqualTo(new NamedRecipient.Refused("send.name.none." + why, List.of("ann.eth")));
        assertThat(NamedRecipient.of(nothing, ETHEREUM, contact(ANN, Set.of())))
                .isEqualTo(new NamedRecipient.At(
                        ANN, List.of(Check.of(Check.Kind.NAME_NOT_CHECKED, "ann.eth", ANN.toChecksum()))));
    }

    @Test
    void anAddressOnAnotherNetworkOnly_isRefusedWithTheNetworksName() {
        Named elsewhere =
                new Named.Nothing(Named.Why.OTHER_CHAIN, List.of("ann.eth", CHAIN.toString(), ANN.toChecksum()));

        assertThat(NamedRecipient.of(elsewhere, ETHEREUM, Optional.empty()))
                .isEqualTo(new NamedRecipient.Refused(
                        "send.name.none.OTHER_CHAIN", List.of("ann.eth", ETHEREUM.name(), ANN.toChecksum())));
    }

    @ParameterizedTest
    @EnumSource(Normalization.Reason.class)
    void whatIsNoName_isRefusedInWords(Normalization.Reason reason) {
        assertThat(NamedRecipient.of(new Named.NotAName(reason, "x"), ETHEREUM, Optional.empty()))
                .isEqualTo(new NamedRecipient.Refused("send.name.not." + reason, List.of("x")));
    }
}
