package cloud.jarrah.ws.endpoint;

import cloud.jarrah.api.Anything;
import cloud.jarrah.platform.actions.ActionCatalogue;
import cloud.jarrah.platform.actions.Authorisation;
import cloud.jarrah.platform.actions.Dispatcher;
import cloud.jarrah.platform.actions.Invocation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers every action there is with all that its answer may hold, so that no field escapes a
 * schema: each text is "1", which also reads as a number or a truth value.
 */
final class FilledAnswers extends Dispatcher {
  private static final Instant MOMENT = Instant.parse("2026-03-01T10:20:30.456Z");
  private static final int DEEPEST = 8;

  final List<Invocation> invocations = new ArrayList<>();

  private Choices choices = Choices.none();
  private int turn;
  private int widest = 1;

  FilledAnswers() {
    super(
        new ActionCatalogue(List.of()),
        new Authorisation(),
        (caller, charges, moment) -> {},
        TestCloud.NO_JOURNAL,
        TestCloud.NO_TRANSACTIONS);
  }

  /** Where a schema allows one of several, the answers have the one whose turn it is. */
  void choose(Choices allowed, int newTurn) {
    choices = allowed;
    turn = newTurn;
    widest = 1;
  }

  /** How many turns it takes to see all that the last answer may hold. */
  int turns() {
    return widest;
  }

  @Override
  public Object dispatch(Invocation invocation) {
    invocations.add(invocation);
    Class<?> request = invocation.request().getClass();
    try {
      return filled(
          Class.forName(request.getPackageName() + "." + invocation.action() + "Response"), 0);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(invocation.action(), e);
    }
  }

  private Object filled(Class<?> type, int depth) throws ReflectiveOperationException {
    Object wire = type.getConstructor().newInstance();
    widest = Math.max(widest, choices.width(type));
    for (Field field : type.getFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !choices.leavesOut(type, field, turn)) {
        if (field.getType() == List.class) {
          ParameterizedType list = (ParameterizedType) field.getGenericType();
          field.set(wire, listOf(value((Class<?>) list.getActualTypeArguments()[0], depth)));
        } else {
          field.set(wire, value(field.getType(), depth));
        }
      }
    }
    return wire;
  }

  private static List<Object> listOf(Object item) {
    return new ArrayList<>(List.of(item));
  }

  private Object value(Class<?> type, int depth) throws ReflectiveOperationException {
    if (depth > DEEPEST) {
      throw new IllegalStateException(type + " holds itself");
    }
    if (type == String.class) {
      return "1";
    }
    if (type == Integer.class || type == int.class) {
      return 1;
    }
    if (type == Long.class || type == long.class) {
      return 1L;
    }
    if (type == Double.class || type == double.class) {
      return 1.0;
    }
    if (type == Boolean.class || type == boolean.class) {
      return true;
    }
    if (type == Anything.class) {
      return new Anything();
    }
    return type == Instant.class ? MOMENT : filled(type, depth + 1);
  }
}
