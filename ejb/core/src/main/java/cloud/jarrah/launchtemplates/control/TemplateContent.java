package cloud.jarrah.launchtemplates.control;

import cloud.jarrah.api.ec2.LaunchTemplateData;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What a version says, as JSON: what it does not say is not in there. */
public final class TemplateContent {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().serializationInclusion(JsonInclude.Include.NON_EMPTY).build();

  private TemplateContent() {}

  /** Equal data are equal text. */
  public static String write(LaunchTemplateData data) {
    try {
      return MAPPER.writeValueAsString(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write a launch template", e);
    }
  }

  /** A field that is not known is a mistake of ours: never launch by half a template. */
  public static LaunchTemplateData read(String json) {
    try {
      LaunchTemplateData data = MAPPER.readValue(json, LaunchTemplateData.class);
      // An empty value of a tag is one, but is not in the text.
      data.tagSpecificationSet.stream()
          .flatMap(specification -> specification.tagSet.stream())
          .filter(tag -> tag.value == null)
          .forEach(tag -> tag.value = "");
      return data;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read a launch template", e);
    }
  }
}
