package cloud.jarrah.web.query;

import cloud.jarrah.api.ApiException;
import cloud.jarrah.api.ErrorCode;
import cloud.jarrah.web.http.Form;
import cloud.jarrah.web.http.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Query parameters by the dots in their names: {@code Filter.1.Name=x} is {@code x} under {@code
 * Name} under {@code 1} under {@code Filter}.
 */
final class ParameterTree {
  private static final int MAX_DEPTH = 12;

  private final String path;
  private final Map<String, ParameterTree> children = new TreeMap<>();
  private @Nullable String value;

  private ParameterTree(String path) {
    this.path = path;
  }

  /** Sorts parameters in; none may come twice or carry what XML cannot. */
  static ParameterTree of(List<Form.Pair> parameters) {
    ParameterTree root = new ParameterTree("");
    parameters.forEach(root::add);
    return root;
  }

  private void add(Form.Pair parameter) {
    String[] segments = parameter.name().split("\\.", -1);
    if (segments.length > MAX_DEPTH) {
      throw malformed("A parameter's name has more than " + MAX_DEPTH + " parts.");
    }
    ParameterTree node = this;
    for (String segment : segments) {
      ParameterTree parent = node;
      node =
          parent.children.computeIfAbsent(segment, name -> new ParameterTree(parent.below(name)));
    }
    if (!Text.fitsXml(parameter.name())) {
      throw malformed("A parameter's name contains a character that is not allowed.");
    }
    if (node.value != null) {
      throw malformed("The parameter " + Text.shown(parameter.name()) + " is given twice.");
    }
    if (!Text.fitsXml(parameter.value())) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The value of the parameter "
              + Text.shown(parameter.name())
              + " contains a character that is not allowed.");
    }
    node.value = parameter.value();
  }

  private String below(String segment) {
    return path.isEmpty() ? segment : path + "." + segment;
  }

  /** Full name, for messages. */
  String path() {
    return Text.shown(path);
  }

  @Nullable String value() {
    return value;
  }

  /** The node of that name, which may itself have dots; null if there is none. */
  @Nullable ParameterTree child(String name) {
    ParameterTree node = this;
    for (String segment : name.split("\\.", -1)) {
      node = node.children.get(segment);
      if (node == null) {
        return null;
      }
    }
    return node;
  }

  /** Value of the child of that name. */
  @Nullable String valueOf(String name) {
    ParameterTree child = child(name);
    return child == null ? null : child.value;
  }

  boolean hasChildren() {
    return !children.isEmpty();
  }

  /** Whether anything here or below is more than white space. */
  boolean saysAnything() {
    return (value != null && !value.isBlank())
        || children.values().stream().anyMatch(ParameterTree::saysAnything);
  }

  /** Children by their number; gaps do not matter, neither does whether they begin at 0 or 1. */
  List<ParameterTree> items() {
    if (value != null) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The parameter " + path() + " is a list: give it as " + path() + ".1 and so on.");
    }
    TreeMap<Integer, ParameterTree> byIndex = new TreeMap<>();
    for (Map.Entry<String, ParameterTree> child : children.entrySet()) {
      if (byIndex.put(index(child.getKey()), child.getValue()) != null) {
        throw new ApiException(
            ErrorCode.INVALID_PARAMETER_COMBINATION,
            "The parameter " + path() + " has two items with the same number.");
      }
    }
    return new ArrayList<>(byIndex.values());
  }

  private int index(String segment) {
    // More items than parameters there cannot be; a huge number is a mistake or an attack.
    if (!segment.matches("\\d{1,5}")) {
      throw new ApiException(
          ErrorCode.INVALID_PARAMETER_VALUE,
          "The parameter " + path() + " is a list: its items are numbered from 1 to 99999.");
    }
    return Integer.parseInt(segment);
  }

  private static ApiException malformed(String message) {
    return new ApiException(ErrorCode.MALFORMED_QUERY_STRING, message);
  }
}
