package cloud.jarrah.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import cloud.jarrah.api.admin.DescribeHostDrainResponse;
import cloud.jarrah.api.admin.ExplainPlacementResponse;
import cloud.jarrah.api.admin.ListAccountsResponse;
import cloud.jarrah.api.admin.ListDriftResponse;
import cloud.jarrah.api.admin.ListHostsResponse;
import cloud.jarrah.api.admin.ListImagesResponse;
import cloud.jarrah.api.admin.ListInstanceTypesResponse;
import cloud.jarrah.api.admin.ListPlacementRefusalsResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds the published description equal to what the resources and records are. */
class OpenApiTest {
  private static final List<Class<?>> RESOURCES =
      List.of(
          AccountsResource.class,
          DriftResource.class,
          EnrolmentTokensResource.class,
          HostsResource.class,
          ImagesResource.class,
          InstanceTypesResource.class,
          PlacementsResource.class,
          MigrationsResource.class,
          PlacementRefusalsResource.class,
          OpenApiResource.class);

  private final JsonNode document = parse();

  private static JsonNode parse() {
    try {
      return JsonMapper.builder().build().readTree(OpenApiResource.load());
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyOperationIsDescribedAndNoOther() {
    Set<String> described = new TreeSet<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(method + " " + path.getKey())));
    assertThat(described).isEqualTo(offered());
  }

  private static Set<String> offered() {
    Set<String> offered = new TreeSet<>();
    for (Class<?> resource : RESOURCES) {
      for (Method method : resource.getMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            Path below = method.getAnnotation(Path.class);
            offered.add(
                verb.value().toLowerCase(Locale.ROOT)
                    + " "
                    + resource.getAnnotation(Path.class).value()
                    + (below == null ? "" : "/" + below.value()));
          }
        }
      }
    }
    return offered;
  }

  @Test
  void everyRecordIsDescribedAsItIs() throws Exception {
    for (var schema : document.get("components").get("schemas").properties()) {
      if (schema.getKey().equals("Error")) {
        continue;
      }
      RecordComponent[] components = record(schema.getKey()).getRecordComponents();
      Set<String> names = new TreeSet<>();
      schema.getValue().get("properties").fieldNames().forEachRemaining(names::add);
      Set<String> required = new TreeSet<>();
      schema.getValue().path("required").forEach(name -> required.add(name.textValue()));
      assertThat(names)
          .as(schema.getKey())
          .isEqualTo(
              new TreeSet<>(Arrays.stream(components).map(RecordComponent::getName).toList()));
      assertThat(required)
          .as("required of " + schema.getKey())
          .isEqualTo(
              new TreeSet<>(
                  Arrays.stream(components)
                      .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                      .map(RecordComponent::getName)
                      .toList()));
    }
  }

  private static Class<?> record(String name) throws ClassNotFoundException {
    List<Class<?>> holders =
        List.of(
            ListAccountsResponse.class,
            ListDriftResponse.class,
            ListHostsResponse.class,
            ListImagesResponse.class,
            ListPlacementRefusalsResponse.class,
            ListInstanceTypesResponse.class,
            DescribeHostDrainResponse.class,
            ExplainPlacementResponse.class);
    for (Class<?> holder : holders) {
      for (Class<?> nested : holder.getDeclaredClasses()) {
        if (nested.getSimpleName().equals(name)) {
          return nested;
        }
      }
    }
    return Class.forName("cloud.jarrah.api.admin." + name);
  }
}
