package org.lifeboat.testkit.opdevnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DevnetFormTest {
    @Test
    void asManySeedsAsForms_leadThroughAllOfThem() {
        assertThat(LongStream.range(20_000, 20_032).mapToObj(seed -> DevnetForm.rotated(seed, "a story")))
                .containsExactlyInAnyOrderElementsOf(DevnetForm.all());
        assertThat(DevnetForm.all()).hasSize(32).doesNotHaveDuplicates();
    }

    @Test
    void aFilter_namesPartsOfForms() {
        assertThat(DevnetForms.chosen("all", "7", "a story")).isEqualTo(DevnetForm.all());
        assertThat(DevnetForms.chosen("current,blobs,span", "", "a story"))
                .extracting(DevnetForm::toString)
                .containsExactly(
                        "current-blobs-span-zlib-jovian",
                        "current-blobs-span-zlib-karst",
                        "current-blobs-span-brotli-jovian",
                        "current-blobs-span-brotli-karst");
        assertThat(DevnetForms.chosen("", "", "a story")).containsExactly(DevnetForm.USUAL);
        assertThat(DevnetForms.chosen("", "7", "a story")).containsExactly(DevnetForm.rotated(7, "a story"));
        assertThatIllegalArgumentException().isThrownBy(() -> DevnetForms.chosen("blob", "", "a story"));
    }

    @Test
    void everyForm_standsOnGeth() {
        assertThat(DevnetForm.all())
                .allSatisfy(form -> assertThat(form.on(DevnetOptions.standard()).arguments())
                        .containsEntry("l1", "geth"));
    }
}
