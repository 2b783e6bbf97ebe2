package org.lifeboat.engine.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifeboat.engine.storage.InMemoryStorage;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// The file stays as it is for ever: a backup of today must open in every later version. A new format gets a
/// file of its own beside it.
class ProfileFormatTest {
    private static String file() throws IOException {
        try (InputStream in = ProfileFormatTest.class.getResourceAsStream("profile-001.json")) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void format1_isReadAndWrittenMemberForMember() throws IOException {
        ProfileContent content = ProfileJson.MAPPER.readValue(file(), ProfileContent.class);

        JsonNode written = ProfileJson.MAPPER.readTree(ProfileJson.MAPPER.writeValueAsBytes(content));
        assertThat(written).isEqualTo(ProfileJson.MAPPER.readTree(file()));
    }

    @Test
    void format1_isRestored() throws IOException {
        ProfileContent content = ProfileJson.MAPPER.readValue(file(), ProfileContent.class);
        ProfileBackup backup = new ProfileBackup(new InMemoryStorage());

        assertThat(backup.restore(content)).isEqualTo(new ProfileBackup.Restored.Done(content.vault()));
        ProfileContent again = backup.collect(content.vault(), content.madeAt());
        assertThat(again.accounts()).containsExactlyInAnyOrderElementsOf(content.accounts());
        assertThat(again.activity()).containsExactlyInAnyOrderElementsOf(content.activity());
        assertThat(again.readings()).containsExactlyInAnyOrderElementsOf(content.readings());
        assertThat(again.evidence()).containsExactlyInAnyOrderElementsOf(content.evidence());
    }

    /// So that the file shows how each of them is written.
    @Test
    void format1_holdsEveryCaseOfEverySealedType() throws IOException {
        assertThat(ProfileJson.MAPPER.readTree(file()).findValuesAsString("case"))
                .contains("derived", "imported", "watchOnly", "l1", "l2", "sidechain", "unstated", "none", "given")
                .contains("coin", "erc20", "saved", "sent", "accepted", "mined", "reverted", "replaced", "dropped");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"asset\": null', '\"asset\": \"usdc\"'",
        "'\"origin\": \"USER\"', '\"origin\": \"BUNDLED\"'",
        "'\"endpoint\": {', '\"endpoint\": { \"chain\": \"902\", \"url\": \"https://b.example\" }, \"unused\": {'",
        "'\"decimals\": 18', '\"decimals\": \"x\"'",
        "'\"accounts\": [', '\"accounts\": [ null,'",
    })
    void content_thatNoProfileCanHoldIsDamaged(String rightly, String wrongly) throws IOException {
        assertThat(file()).contains(rightly);
        assertThat(ProfileBackup.parse(bytes(file()))).isInstanceOf(ProfileBackup.Opened.Content.class);

        assertThat(ProfileBackup.parse(bytes(file().replace(rightly, wrongly))))
                .isInstanceOf(ProfileBackup.Opened.Damaged.class);
    }

    @Test
    void content_ofALaterFormatNeedsAnUpdate() throws IOException {
        assertThat(ProfileBackup.parse(bytes(file().replace("\"format\": 1", "\"format\": 2"))))
                .isEqualTo(new ProfileBackup.Opened.UpdateNeeded(2));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"label\"', '\"title\"'",
        "'\"case\": \"imported\"', '\"case\": \"borrowed\"'",
        "'\"decimals\": 18', '\"decimals\": 18, \"more\": 1'",
        "'\"hidden\": false', '\"hidden\": null'",
        "0x0000000000000000000000000000000000000001, 0x01",
    })
    void content_ofAnotherFormIsRefused(String rightly, String wrongly) throws IOException {
        assertThat(file()).contains(rightly);

        assertThatThrownBy(() -> ProfileJson.MAPPER.readValue(file().replace(rightly, wrongly), ProfileContent.class))
                .isInstanceOf(JacksonException.class);
    }
}
