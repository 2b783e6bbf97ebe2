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

/// The files stay as they are for ever: a backup of today must open in every later version. A new format gets a
/// file of its own beside them.
class ProfileFormatTest {
    private static String file() throws IOException {
        return file("profile-003.json");
    }

    private static String file(String name) throws IOException {
        try (InputStream in = ProfileFormatTest.class.getResourceAsStream(name)) {
            return new String(Optional.ofNullable(in).orElseThrow().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void format3_isReadAndWrittenMemberForMember() throws IOException {
        ProfileContent content = ProfileJson.MAPPER.readValue(file(), ProfileContent.class);

        JsonNode written = ProfileJson.MAPPER.readTree(ProfileJson.MAPPER.writeValueAsBytes(content));
        assertThat(written).isEqualTo(ProfileJson.MAPPER.readTree(file()));
    }

    @ParameterizedTest
    @CsvSource({"profile-001.json, 0", "profile-002.json, 0", "profile-003.json, 1"})
    void everyFormat_isRestored(String name, int plans) throws IOException {
        ProfileContent content = ((ProfileBackup.Opened.Content) ProfileBackup.parse(bytes(file(name)))).content();
        ProfileBackup backup = new ProfileBackup(new InMemoryStorage());

        assertThat(backup.restore(content)).isEqualTo(new ProfileBackup.Restored.Done(content.vault()));
        ProfileContent again = backup.collect(content.vault(), content.madeAt());
        assertThat(again.accounts()).containsExactlyInAnyOrderElementsOf(content.accounts());
        assertThat(again.activity()).containsExactlyInAnyOrderElementsOf(content.activity());
        assertThat(again.readings()).containsExactlyInAnyOrderElementsOf(content.readings());
        assertThat(again.evidence()).containsExactlyInAnyOrderElementsOf(content.evidence());
        assertThat(again.following())
                .extracting(ProfileContent.Following::checkpoint)
                .containsExactlyElementsOf(content.following().stream()
                        .map(ProfileContent.Following::checkpoint)
                        .filter(Optional::isPresent)
                        .toList());
        assertThat(again.plans()).isEqualTo(content.plans()).hasSize(plans);
        assertThat(again.plansGiven()).isEqualTo(content.plansGiven());
    }

    /// So that the file shows how each of them is written.
    @Test
    void format3_holdsEveryCaseOfEverySealedType() throws IOException {
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
        "'\"plansGiven\": 7', '\"plansGiven\": 2'",
        "'\"accounts\": [', '\"accounts\": [ null,'",
        "'\"messages\": [', '\"messages\": [ null,'",
        "'\"chain\": \"1\", \"config\"', '\"chain\": \"-1\", \"config\"'",
    })
    void content_thatNoProfileCanHoldIsDamaged(String rightly, String wrongly) throws IOException {
        assertThat(file()).contains(rightly);
        assertThat(ProfileBackup.parse(bytes(file()))).isInstanceOf(ProfileBackup.Opened.Content.class);

        assertThat(ProfileBackup.parse(bytes(file().replace(rightly, wrongly))))
                .isInstanceOf(ProfileBackup.Opened.Damaged.class);
    }

    @Test
    void content_ofALaterFormatNeedsAnUpdate() throws IOException {
        assertThat(ProfileBackup.parse(bytes(file().replace("\"format\": 3", "\"format\": 4"))))
                .isEqualTo(new ProfileBackup.Opened.UpdateNeeded(4));
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
