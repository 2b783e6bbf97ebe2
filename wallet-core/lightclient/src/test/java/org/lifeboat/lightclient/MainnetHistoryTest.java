package org.lifeboat.lightclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifeboat.primitives.Hash32;
import org.lifeboat.primitives.ssz.SszTree;

/// The indices of [HistoryIndices] against published data: two mainnet blocks below the roots of their
/// rounds, as `historical_summaries` has them, and that list's place in a Deneb and an Electra state. Source:
/// ethereum/portal-spec-tests @ 938744a, `tests/mainnet/history/headers_with_proof/` (block_proofs_capella
/// 17062257, block_proofs_deneb 22162263, beacon_data/historical_summaries_at_slot_11476992.ssz) and
/// `tests/mainnet/beacon_chain/historical_summaries_with_proof/` (states of consensus-spec-tests, random
/// values).
class MainnetHistoryTest {
    /// Of the body's root in a header: the fifth of eight leaves.
    private static final long BODY = 12;

    private final SszTree tree = new SszTree();

    @Test
    void aCapellaBlock_isBelowItsSummary() {
        below(Fork.CAPELLA, 6238210, CAPELLA_HASH, CAPELLA_PAYLOAD, CAPELLA_ROOT, CAPELLA_ROUND, CAPELLA_SUMMARY);
    }

    @Test
    void aDenebBlock_isBelowItsSummary() {
        below(Fork.DENEB, 11378687, DENEB_HASH, DENEB_PAYLOAD, DENEB_ROOT, DENEB_ROUND, DENEB_SUMMARY);
    }

    @Test
    void summaries_standWhereTheTableSays() {
        Hash32 list = Hash32.fromHex("0x696023d8205c3a8ff5d5a880bd6e343e2f1fd95b4c8d5d85d693b54f71b49265");
        assertThat(tree.proves(
                        list,
                        DENEB_STATE_PROOF,
                        indices(Fork.DENEB).summaries(),
                        Hash32.fromHex("0xf596255a2b920a0387e770320ae4533a221155989f0e8f0a9091b19fef97d279")))
                .isTrue();
        assertThat(tree.proves(
                        list,
                        ELECTRA_STATE_PROOF,
                        indices(Fork.ELECTRA).summaries(),
                        Hash32.fromHex("0x45b56a3705c93326e25d60e498cb725cc9ca860ecf392ac724f78abd26e9878f")))
                .isTrue();
    }

    @Test
    void theWholeWay_isOneIndex() {
        // Mainnet froze 758 rounds at Capella, slot 6209536; slot 6238210 is in the fourth summary.
        long index = new BeaconHistory(BeaconNetwork.MAINNET)
                .indexOfRoot(11_649_024, 6_238_210)
                .orElseThrow();
        assertThat(index).isEqualTo((((91L * 2 << 24) + 3) * 2 << 13) + 6_238_210 % 8_192);
        assertThat(new BeaconHistory(BeaconNetwork.MAINNET).indexOfRoot(11_649_024, 6_209_535))
                .contains((((71L * 2 << 24) + 757) * 2 << 13) + 8_191);
    }

    private void below(
            Fork fork, long slot, Hash32 hash, List<Hash32> payload, Hash32 root, List<Hash32> round, Hash32 summary) {
        long inBody = indices(fork).blockHash();
        long depth = 63 - Long.numberOfLeadingZeros(inBody);
        long inBlock = (BODY << depth) + inBody - (1L << depth);

        assertThat(tree.proves(hash, payload, inBlock, root)).isTrue();
        assertThat(tree.proves(root, round, 8_192 + slot % 8_192, summary)).isTrue();
        List<Hash32> cut = new ArrayList<>(payload);
        cut.set(0, Hash32.ofNumber(1));
        assertThat(tree.proves(hash, cut, inBlock, root)).isFalse();
    }

    private static HistoryIndices indices(Fork fork) {
        return HistoryIndices.of(fork).orElseThrow();
    }

    private static List<Hash32> hashes(String... texts) {
        return Arrays.stream(texts).map(Hash32::fromHex).toList();
    }

    private static final Hash32 CAPELLA_HASH =
            Hash32.fromHex("0x059771c1aa04d33c99edffbb19044a6189721f339775e46bcb1b1c60edbfe79b");
    private static final Hash32 CAPELLA_ROOT =
            Hash32.fromHex("0x228a343bc2ffed918ee8dd619cc5d862486b197b25720de9d130e3347b5677a3");
    private static final Hash32 CAPELLA_SUMMARY =
            Hash32.fromHex("0xd93bc3d0da81540277bf57f179e152dabab10b64a88658efe11b9b572bad72ea");
    private static final List<Hash32> CAPELLA_PAYLOAD = hashes(
            "0xee31d5895816b404e36e5934a5b457b80c79d86ffdff727281c4349669ecefd2",
            "0xedb4b325350d65ff5ccd18296701e3552271c62db20554153f4ebd98af10d162",
            "0x00e4e1d2eff05d313050e03c9af742dc714bfa30b360a8e6919c35b269dac0fa",
            "0xea898076d90a15f449bd3e88d7a1252a354646e32f5adfe8d3000cc063203d4c",
            "0x5c27d6ab6527347cc63dbde78e0129636fd891d65668a058b71622c31fc0c17f",
            "0x336488033fe5f3ef4ccc12af07b9370b92e553e35ecb4a337a1b1c0e4afe1e0e",
            "0xdb56114e00fdd4c1f85c892bf35ac9a89289aaecb1ebd0a96cde606a748b5d71",
            "0x6fa54e441e9b4d64d8a58ccde30ebad4caacbd9a769eb0c15c2bfcb2da8dc098",
            "0x0000000000000000000000000000000000000000000000000000000000000000",
            "0xf5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b",
            "0x90f2a3dbc09f6f7a539b371651a195fe72bdcf4019ee12681065945a676e2799");
    private static final List<Hash32> CAPELLA_ROUND = hashes(
            "0x0e2f72947188d7e8e477f8de50e37dd09d61cd54483fe85951c65370a0391fdd",
            "0x008a2b42b1a346a72444ecb9bd90782f819b4dbf8897e79e8a922778f18a7067",
            "0x5d3b9c1eea77c1841db1bc1586092314b406c784def92aa8d501b4a703f34b41",
            "0x29b0d629873b967018c25c882b5da204c29fe87829b9ca0e49348de5f6c5bba8",
            "0xed5da680e34e964bd65547a983c486a66cff6aa1dec56cfedc7bb9337083866e",
            "0xf8b9f0078482d6cdcd5a268ce2cd9a7505d19624622b19b8c5b96d6fab7c0311",
            "0x124fedd81c197075da04153b6fde4fce2cb1abd8881942c6458359c54971bf5f",
            "0x5b78e9349fb5d2ba78ba8fb3882c4ae31e513a4d66d8c8cd8ef4c9f2161ef2c3",
            "0x84749bd3f3dad7b2e3ceedf2e882f6fdd29fc832b7aa678d811bfc980e022414",
            "0xf991879c08522fbd9d3b6ee9eb731783819844d1716d40e9648b3eaacddf6603",
            "0x8b09f415d2f7b09203ef095edb1dff1ffc5c0b6dc6fd48a3f014a7939591fd38",
            "0xfb320e73c4f3819af90c748a49f066f182361e9a0773ac711d364524cbf570b2",
            "0x8b5a434f375c577b7007a3ed199b36ed245304cd229058f852597a78d7d330de");
    private static final Hash32 DENEB_HASH =
            Hash32.fromHex("0xfbf884a87d9b41c39363242970cea015afbc9b5ba6ab1ed34f407b2621987353");
    private static final Hash32 DENEB_ROOT =
            Hash32.fromHex("0x452eb0df043bab8ec645217e50a04ff6bc18ba9898468643e44a186b97bb94f1");
    private static final Hash32 DENEB_SUMMARY =
            Hash32.fromHex("0x1c865e002236b91e0ea517dc4b396ba65992662a122893816197d2b79ee68d9e");
    private static final List<Hash32> DENEB_PAYLOAD = hashes(
            "0x0782512b0075cdc017383c74639c9dfe6b14a5a4244c2683fef4a491ecc0a730",
            "0xa91e24d4b51f23b5dc6ae1e27342533fa7dbf9394ce4808db64ad37a063c6267",
            "0x8553b496b975dcb747c0e6e496607c41e658f309ed8307bdd145a494c946f398",
            "0x19f4868e7b08709b8165dab5fa3fdd28c955217619aa081829eec5395a235825",
            "0xe830a8772ce297251a628f267934b21a7bd94b6e6415136b6518b5536ae877dc",
            "0xc2399738abb3bed5d2d2b39f9c6d732f6492d62c4d4669ea3d76a7e46410e948",
            "0x1dd63e221528163153337217e41d81e8afe876fecf9e20e40e5e743f48197981",
            "0xdb56114e00fdd4c1f85c892bf35ac9a89289aaecb1ebd0a96cde606a748b5d71",
            "0xc3a54c84046c5b2644325e0171426559df7fbc0624efa9820e7866a04ba1ad85",
            "0x0000000000000000000000000000000000000000000000000000000000000000",
            "0xf5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b",
            "0xe55723512d586a3fc7c83dfd06cafe74472a91428fa1fa59219e487bec6447ae");
    private static final List<Hash32> DENEB_ROUND = hashes(
            "0x663c1c7324b757120ded349256377339721f588378e544a35acc524df1edcf7f",
            "0x8b7a8a7628be95fcddb60ee03e9cae87ec3d4f0879b0b1572739ea8ab7d8b53a",
            "0x60cf79e426d83e9e9b3a69fa37013061d436769f633b0b13f3e7ebe3a659abfd",
            "0xc814f1c66c38f5f71377d617ebcab46ac2072e25b7a6df008fc9fcd2f2397b73",
            "0x9cd4ed4355d25562c47b862d56c4a72a5a1556bb5b1e5f264b5b8146cf6d2fe4",
            "0x606a5a8c25047dbcbc49046a942d06bd26410acfb9003aa61bc3a3b397ef640d",
            "0xc6acd6acb6dd81c816fd29c0f0ec699b8821d51b93beb9bfabc8b01329472ec6",
            "0x8daf2e3a815f8857ec56773400f06155db31de3eb23a9aebebe6a98a08346fdb",
            "0x0c44b033f3788a949910463d4418e4fbe805bcaf2d38bf717e9d36aa12b6f424",
            "0xc0ec6d13181f60d5d9aba44056b484a142a41cd327f30199e5d579dd63c371db",
            "0x9b0c9d881805365cbb27ceab374e9bae594290743a9aba318a67f0f82abcda27",
            "0xdd7a8e2fbbe4df2730c37e3026b4161b28cbb4a4586cec606fcaa61389969d63",
            "0x9f9ff19845ba987d672380b1a010edae98df5b3416f9b84e2d7aa3827a41f1c3");
    private static final List<Hash32> DENEB_STATE_PROOF = hashes(
            "0x6f4ea1cbdfedfaf6000000000000000000000000000000000000000000000000",
            "0x8fa1cfc27730c1942e4919e2a8bd2668e5ba02ee7769599a931db20dfeb7120c",
            "0xdb56114e00fdd4c1f85c892bf35ac9a89289aaecb1ebd0a96cde606a748b5d71",
            "0x9cc5feb29e02a89a7429376ff532621801239f408e7f7e63049a771d5b6473dc",
            "0x5a3afe60235feefc3e97234390b780e1996cbee7439111ca287fa001a9e1cb75");
    private static final List<Hash32> ELECTRA_STATE_PROOF = hashes(
            "0x6f4ea1cbdfedfaf6000000000000000000000000000000000000000000000000",
            "0x8fa1cfc27730c1942e4919e2a8bd2668e5ba02ee7769599a931db20dfeb7120c",
            "0xddf4ddd78271ec70d714c7e3641b98db3557270f2496a0b4fce9dcc9adc5cc43",
            "0x9cc5feb29e02a89a7429376ff532621801239f408e7f7e63049a771d5b6473dc",
            "0x5a3afe60235feefc3e97234390b780e1996cbee7439111ca287fa001a9e1cb75",
            "0x070838cd91cc3510f10292f5183ba92bdc272855cbb9b5e8d260f4136adc5d27");
}
