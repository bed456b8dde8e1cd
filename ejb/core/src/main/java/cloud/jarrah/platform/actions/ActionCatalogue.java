package cloud.jarrah.platform.actions;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every action there is. An action that is not here does not exist in any protocol. */
@Singleton
public class ActionCatalogue {
  private final Map<Key, Entry> entries = new HashMap<>();

  private record Key(Service service, String action) {}

  /** An action as the protocols see it. */
  public record Entry(
      Service service,
      String name,
      Effect effect,
      boolean administrator,
      Class<?> requestType,
      Class<?> responseType,
      Action<?, ?> handler) {}

  @Inject
  ActionCatalogue(Instance<Action<?, ?>> handlers) {
    this(handlers.stream().toList());
  }

  public ActionCatalogue(List<? extends Action<?, ?>> handlers) {
    for (Action<?, ?> handler : handlers) {
      Entry entry = describe(handler);
      Entry clash = entries.put(new Key(entry.service(), entry.name()), entry);
      if (clash != null) {
        throw new IllegalStateException("two handlers for " + entry.name());
      }
    }
  }

  private static Entry describe(Action<?, ?> handler) {
    Class<?> type = handler.getClass();
    ApiAction action = type.getAnnotation(ApiAction.class);
    if (action == null) {
      throw new IllegalStateException(type.getName() + " lacks @ApiAction");
    }
    for (Type face : type.getGenericInterfaces()) {
      if (face instanceof ParameterizedType parameterized
          && parameterized.getRawType() == Action.class) {
        Type[] arguments = parameterized.getActualTypeArguments();
        return new Entry(
            action.service(),
            type.getSimpleName(),
            action.effect(),
            action.administrator(),
            (Class<?>) arguments[0],
            (Class<?>) arguments[1],
            handler);
      }
    }
    throw new IllegalStateException(type.getName() + " must implement Action<Request, Response>");
  }

  public Entry find(Service service, String action) {
    Entry entry = entries.get(new Key(service, action));
    if (entry == null) {
      throw new ApiException(
          ErrorCode.INVALID_ACTION,
          "The action " + printable(action) + " is not valid for this web service.");
    }
    return entry;
  }

  public Collection<Entry> all() {
    return List.copyOf(entries.values());
  }

  private static String printable(String name) {
    String shown = name.length() > 64 ? name.substring(0, 64) + "…" : name;
    return shown.replaceAll("[^\\w.:-]", "?");
  }
}
