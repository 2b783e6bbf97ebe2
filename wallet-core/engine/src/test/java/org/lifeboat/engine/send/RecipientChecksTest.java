package org.lifeboat.engine.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.balances.Asset;
import org.lifeboat.engine.contact.Contact;
import org.lifeboat.engine.network.Network;
import org.lifeboat.engine.storage.InMemoryStorage;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.ChainId;

class RecipientChecksTest {
    private static final Address ALICE = Address.fromHex("0x00000000000000000000000000000000000a11ce");
    private static final Address CAROL = Address.fromHex("0xabcd000000000000000000000000000000001234");
    private static final Network NETWORK =
            new Network(new ChainId(1), "Test", "ETH", new Network.Layer.L1(), true, Network.Origin.USER);

    @ParameterizedTest
    @CsvSource({
        "0xabcd999999999999999999999999999999991234, true",
        "0xabcd009999999999999999999999999999999999, true",
        "0xabcd000000000000000000000000000000001235, true",
        "0xabcd999999999999999999999999999999991235, false",
        "0xabcd000000000000000000000000000000001234, false",
        "0x0b0b000000000000000000000000000000000b0b, false",
    })
    void lookalikeOfAContact_isADanger(String recipient, boolean dangerous) {
        InMemoryStorage storage = new InMemoryStorage();
        storage.contacts().put(new Contact("Carol", CAROL, Set.of(), "", Optional.empty()));
        Address to = Address.fromHex(recipient);

        List<Check> checks = new RecipientChecks(storage.activity(), storage.contacts(), storage.accounts())
                .familiar(
                        SendOrder.of(ALICE, to, new Asset.Coin(NETWORK), new SendAmount.Exactly(BigInteger.ONE)),
                        new SendPlace(NETWORK, List.of(), List.of(), Set.of(), Optional.empty()));

        Check expected = Check.of(Check.Kind.LOOKS_LIKE, to.toChecksum(), CAROL.toChecksum(), "Carol");
        assertThat(checks.contains(expected)).isEqualTo(dangerous);
    }

    @Test
    void contactOfAnotherChain_isSaidToBeThatAndNew() {
        InMemoryStorage storage = new InMemoryStorage();
        storage.contacts().put(new Contact("Carol", CAROL, Set.of(new ChainId(10)), "", Optional.empty()));

        List<Check> checks = new RecipientChecks(storage.activity(), storage.contacts(), storage.accounts())
                .familiar(
                        SendOrder.of(ALICE, CAROL, new Asset.Coin(NETWORK), new SendAmount.Exactly(BigInteger.ONE)),
                        new SendPlace(NETWORK, List.of(), List.of(), Set.of(), Optional.empty()));

        assertThat(checks)
                .containsExactly(
                        Check.of(Check.Kind.CONTACT_ELSEWHERE, "Carol"),
                        Check.of(Check.Kind.NEW_RECIPIENT, CAROL.toChecksum()));
    }
}
