package org.lifeboat.rollups.opstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Address;
import org.lifeboat.primitives.Bytes;
import org.lifeboat.primitives.Hash32;

/// Whom a bridge's proxy obeys, for each way in which bridges of the OP Stack were set up.
class UpgraderTest {
    private static final Address PORTAL = Hash32.ofNumber(1).toAddress();
    private static final Address ADMIN = Hash32.ofNumber(2).toAddress();
    private static final Address OWNER = Hash32.ofNumber(3).toAddress();

    private final SpokenContracts chain = new SpokenContracts();

    private Optional<Address> upgrader() {
        return OpStack.powers(
                        chain.reads(),
                        new Bridge.Contracts(PORTAL, PORTAL, Optional.empty(), Optional.empty(), Optional.empty()))
                .upgrader();
    }

    @Test
    void whomThePortalNamesItself() {
        chain.says(PORTAL, "proxyAdminOwner()", Abi.word(OWNER));
        chain.says(PORTAL, "admin()", Abi.word(ADMIN));

        assertThat(upgrader()).contains(OWNER);
    }

    @Test
    void theOwnerOfTheContractThatAdministersTheProxy() {
        chain.says(PORTAL, "admin()", Abi.word(ADMIN));
        chain.says(ADMIN, "owner()", Abi.word(OWNER));

        assertThat(upgrader()).contains(OWNER);
    }

    @Test
    void aKeyThatAdministersTheProxyWithoutAnyContract() {
        chain.says(PORTAL, "admin()", Abi.word(ADMIN));
        chain.returns(ADMIN, "owner()", Bytes.EMPTY);

        assertThat(upgrader()).contains(ADMIN);
    }

    @Test
    void nobody_whereTheAdministratorRefusesToSay() {
        chain.says(PORTAL, "admin()", Abi.word(ADMIN));

        assertThat(upgrader()).isEmpty();
    }

    @Test
    void nobody_whereItSaysThatNobodyOwnsIt() {
        chain.says(PORTAL, "admin()", Abi.word(ADMIN));
        chain.says(ADMIN, "owner()", Abi.word(Address.ZERO));

        assertThat(upgrader()).isEmpty();
    }
}
