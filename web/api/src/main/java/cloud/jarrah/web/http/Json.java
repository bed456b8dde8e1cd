package cloud.jarrah.web.http;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON to records and back, strictly: unknown, doubled and missing fields are refused, and so is a
 * value of another type. A record component that is not {@code @Nullable} must be present.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .withCoercionConfig(LogicalType.Textual, Json::refuseOtherScalars)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build());
  }

  private Json() {}

  private static void refuseOtherScalars(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
    }
  }

  /**
   * No body is an empty object: who has nothing to say need not say so.
   *
   * @throws ApiException if the body is not exactly what the record asks for
   */
  public static <T> T read(Body body, Class<T> type) {
    try {
      JsonNode tree = MAPPER.readTree(body.isEmpty() ? "{}" : body.text());
      if (tree == null || !tree.isObject()) {
        throw invalid("The body must be a JSON object.", null);
      }
      refuseControlCharacters(tree);
      requireComponents(tree, type);
      return MAPPER.treeToValue(tree, type);
    } catch (CharacterCodingException e) {
      throw invalid("The body must be encoded as UTF-8.", e);
    } catch (UnrecognizedPropertyException e) {
      throw invalid(
          "The field " + Text.shown(e.getPropertyName()) + " is not known. Leave it out.", e);
    } catch (JsonMappingException e) {
      throw invalid("The field " + path(e) + " has a value of the wrong type.", e);
    } catch (JsonProcessingException e) {
      throw invalid("The body is not valid JSON.", e);
    }
  }

  private static void requireComponents(JsonNode tree, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!optional && !tree.hasNonNull(component.getName())) {
        throw new ApiException(
            ErrorCode.MISSING_PARAMETER,
            "The request must contain the field " + component.getName() + ".");
      }
    }
  }

  private static void refuseControlCharacters(JsonNode node) {
    if (node.isTextual() && !Text.fitsXml(node.textValue())) {
      throw invalid("The body contains a character that is not allowed.", null);
    }
    node.forEach(Json::refuseControlCharacters);
  }

  private static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(JsonMappingException.Reference::getFieldName)
        .filter(name -> name != null)
        .map(Text::shown)
        .collect(Collectors.joining("."));
  }

  private static ApiException invalid(String message, @Nullable Throwable cause) {
    return cause == null
        ? new ApiException(ErrorCode.INVALID_REQUEST, message)
        : new ApiException(ErrorCode.INVALID_REQUEST, message, cause);
  }
}
