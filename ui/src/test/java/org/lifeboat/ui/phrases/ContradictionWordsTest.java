package org.lifeboat.ui.phrases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifeboat.engine.claims.Contradiction;
import org.lifeboat.resources.Language;

class ContradictionWordsTest {
    private static final String ACCOUNT = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";

    @Test
    void amounts_standInUnitsAndAddressesByTheirEnds() {
        assertThat(english(Contradiction.What.BALANCE, ACCOUNT, "5000000000000000001", "2000000000000000000"))
                .isEqualTo("For the account 0x5aAeb6…1BeAed it said 5.000000000000000001 ETH; the proof says 2 ETH");
        assertThat(english(Contradiction.What.BASE_FEE, "block 21004113", "7000000000", "1"))
                .isEqualTo("For block 21,004,113 it named a base fee of 7 gwei; the block's own header says 0.000000001"
                        + " gwei");
        assertThat(english(Contradiction.What.HEADER, "block 0x1407f51", "0xab", "fields do not hash to it"))
                .isEqualTo("The header of block 21,004,113 that it gave does not have the hash that it named");
    }

    @Test
    void amount_thatIsNoNumberStandsAsItWasSaid() {
        assertThat(english(Contradiction.What.BALANCE, ACCOUNT, "-1", "a lot"))
                .isEqualTo("For the account 0x5aAeb6…1BeAed it said -1 ETH; the proof says a lot ETH");
    }

    @Test
    void whatAnAccountHolds_isNotSaidWhereAmountsAreHidden() {
        Contradiction coin = new Contradiction(Contradiction.What.BALANCE, ACCOUNT, "5000000000000000000", "2");
        Contradiction slot = new Contradiction(Contradiction.What.STORAGE_VALUE, ACCOUNT, "0x4d2", "0x929");

        assertThat(ContradictionWords.of(phrases(Language.ENGLISH), coin, "ETH", true))
                .isEqualTo("For the account 0x5aAeb6…1BeAed it said ••• ETH; the proof says ••• ETH");
        assertThat(ContradictionWords.of(phrases(Language.ENGLISH), slot, "ETH", true))
                .contains("•••")
                .doesNotContain("4d2")
                .doesNotContain("929");
    }

    @ParameterizedTest
    @EnumSource(Contradiction.What.class)
    void chinese_holdsNoEnglishWords(Contradiction.What what) {
        Contradiction contradiction = new Contradiction(what, "our transaction", "12", "34");

        String said = ContradictionWords.of(phrases(Language.CHINESE), contradiction, "", false);

        assertThat(said.replaceAll("transaction|gwei|L1", "")).doesNotContainPattern("[A-Za-z]{2}");
        assertThat(said).doesNotContain("our").doesNotEndWith("。");
    }

    private static String english(Contradiction.What what, String subject, String said, String shown) {
        return ContradictionWords.of(
                phrases(Language.ENGLISH), new Contradiction(what, subject, said, shown), "ETH", false);
    }

    private static Phrases phrases(Language language) {
        return new Phrases(language, ZoneId.of("UTC"), Clock.systemUTC());
    }
}
