#include "core/model/strict_json.h"

#include <QSet>
#include <QStringDecoder>
#include <utility>

namespace latchkey {

namespace {

using Kind = JsonNode::Kind;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

class Parser {
public:
    Parser(const QString &text, const JsonBounds &bounds, bool allRepeated)
        : m_text(text)
        , m_bounds(bounds)
        , m_allRepeated(allRepeated) {}

    std::optional<JsonNode> document() {
        JsonNode root;
        skip();
        if (!value(&root, 0))
            return std::nullopt;
        skip();
        if (m_at < m_text.size()) {
            unexpected();
            return std::nullopt;
        }
        return root;
    }
    [[nodiscard]] const QList<FieldError> &errors() const { return m_errors; }

private:
    void name(const char *code, QVariantMap params, qsizetype at) {
        params.insert(QStringLiteral("line"), m_line);
        params.insert(QStringLiteral("column"), static_cast<int>(at - m_lineStart) + 1);
        m_errors.append({m_path, QLatin1StringView(code), params});
    }
    bool bad(const char *code, QVariantMap params = {}) {
        if (!std::exchange(m_ended, true))
            name(code, std::move(params), m_at);
        return false;
    }
    bool unexpected() {
        if (m_at >= m_text.size())
            return bad("unexpectedEnd");
        const QChar c = m_text.at(m_at);
        return bad(
            "unexpected",
            {{QStringLiteral("found"),
              c.isPrint() ? QString(c) : QStringLiteral("U+%1").arg(c.unicode(), 4, 16, QLatin1Char('0'))}});
    }
    [[nodiscard]] QChar here() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool take(QChar c) {
        if (m_at >= m_text.size() || m_text.at(m_at) != c)
            return false;
        ++m_at;
        return true;
    }
    void skip() {
        for (; m_at < m_text.size(); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'\n') {
                ++m_line;
                m_lineStart = m_at + 1;
            } else if (c != u' ' && c != u'\t' && c != u'\r') {
                return;
            }
        }
    }

    bool value(JsonNode *node, int depth) {
        node->line = m_line;
        node->column = static_cast<int>(m_at - m_lineStart) + 1;
        if (depth > m_bounds.depth)
            return bad("tooDeep", {{QStringLiteral("max"), m_bounds.depth}});
        if (++m_values > m_bounds.values)
            return bad("tooManyValues", {{QStringLiteral("max"), m_bounds.values}});
        const QChar c = here();
        if (c == u'{')
            return object(node, depth);
        if (c == u'[')
            return list(node, depth);
        if (c == u'"') {
            node->kind = Kind::Text;
            return text(&node->text);
        }
        if (c == u'-' || isDigit(c))
            return number(node);
        return word(node);
    }

    bool word(JsonNode *node) {
        static const std::array<std::tuple<QStringView, Kind, bool>, 3> words{
            std::tuple{QStringView(u"true"), Kind::Bool, true},
            std::tuple{QStringView(u"false"), Kind::Bool, false},
            std::tuple{QStringView(u"null"), Kind::Null, false}};
        for (const auto &[w, kind, flag] : words) {
            if (QStringView(m_text).mid(m_at).startsWith(w)) {
                node->kind = kind;
                node->flag = flag;
                m_at += w.size();
                return true;
            }
        }
        return unexpected();
    }

    bool number(JsonNode *node) {
        const qsizetype from = m_at;
        take(u'-');
        if (!isDigit(here()))
            return unexpected();
        const bool zero = here() == u'0';
        const qsizetype digits = m_at;
        while (isDigit(here()))
            ++m_at;
        if (zero && m_at - digits > 1)
            return bad("badNumber");
        if (here() == u'.' || here() == u'e' || here() == u'E')
            return bad("notWhole");
        bool fits = false;
        node->kind = Kind::Number;
        node->number = QStringView(m_text).mid(from, m_at - from).toLongLong(&fits);
        return fits || bad("numberTooLarge");
    }

    bool escape(QString *into) {
        const auto unit = [this](char16_t *u) {
            bool hex = false;
            const QStringView four = QStringView(m_text).mid(m_at, 4);
            const bool plain = std::all_of(four.begin(), four.end(), [](QChar c) {
                return isDigit(c) || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
            });
            *u = static_cast<char16_t>(four.toUShort(&hex, 16));
            if (four.size() < 4 || !plain || !hex)
                return bad("badEscape");
            m_at += 4;
            return true;
        };
        const QChar c = here();
        ++m_at;
        static constexpr QStringView from = u"\"\\/bfnrt", to = u"\"\\/\b\f\n\r\t";
        if (const qsizetype i = from.indexOf(c); i >= 0) {
            into->append(to.at(i));
            return true;
        }
        char16_t first = 0, second = 0;
        if (c != u'u')
            return bad("badEscape");
        if (!unit(&first))
            return false;
        if (QChar::isLowSurrogate(first))
            return bad("loneSurrogate");
        into->append(QChar(first));
        if (!QChar::isHighSurrogate(first))
            return true;
        if (!take(u'\\') || !take(u'u'))
            return bad("loneSurrogate");
        if (!unit(&second))
            return false;
        into->append(QChar(second));
        return QChar::isLowSurrogate(second) || bad("loneSurrogate");
    }

    bool text(QString *into) {
        ++m_at;
        while (m_at < m_text.size()) {
            const QChar c = m_text.at(m_at);
            if (c < QChar(0x20))
                return bad("controlCharacter");
            ++m_at;
            if (c == u'"')
                return true;
            if (c != u'\\')
                into->append(c);
            else if (m_at >= m_text.size() || !escape(into))
                return bad("unexpectedEnd");
        }
        return bad("unexpectedEnd");
    }

    bool list(JsonNode *node, int depth) {
        node->kind = Kind::List;
        ++m_at;
        skip();
        const qsizetype path = m_path.size();
        if (take(u']'))
            return true;
        do {
            m_path += u'[' + QString::number(node->items.size()) + u']';
            skip();
            node->items.append(JsonNode());
            if (!value(&node->items.last(), depth + 1))
                return false;
            m_path.truncate(path);
            skip();
        } while (take(u','));
        return take(u']') || unexpected();
    }

    bool object(JsonNode *node, int depth) {
        node->kind = Kind::Object;
        ++m_at;
        skip();
        const qsizetype path = m_path.size();
        if (take(u'}'))
            return true;
        QSet<QString> seen;
        do {
            skip();
            if (here() != u'"')
                return unexpected();
            QString key;
            const qsizetype start = m_at;
            if (!text(&key))
                return false;
            if (seen.contains(key)) {
                name("duplicateKey", {{QStringLiteral("key"), key.left(100)}}, start);
                if (!m_allRepeated)
                    return false;
            }
            seen.insert(key);
            skip();
            if (!take(u':'))
                return unexpected();
            skip();
            m_path += u'.' + key.left(100);
            node->keys.append(key);
            node->items.append(JsonNode());
            if (!value(&node->items.last(), depth + 1))
                return false;
            m_path.truncate(path);
            skip();
        } while (take(u','));
        return take(u'}') || unexpected();
    }

    const QString &m_text;
    JsonBounds m_bounds;
    bool m_allRepeated; ///< else the first ends it
    QList<FieldError> m_errors;
    bool m_ended = false; ///< by an error
    QString m_path = QStringLiteral("$");
    qsizetype m_at = 0, m_lineStart = 0;
    int m_line = 1, m_values = 0;
};

} // namespace

const JsonNode *JsonNode::member(QStringView key) const {
    const auto at = std::find(keys.begin(), keys.end(), key);
    return at == keys.end() ? nullptr : &items[std::distance(keys.begin(), at)];
}

namespace {

JsonReading readJson(const QByteArray &json, const JsonBounds &bounds, bool allRepeated) {
    const auto refuse = [](const char *code, int line, QVariantMap params = {}) {
        params.insert(QStringLiteral("line"), line);
        params.insert(QStringLiteral("column"), 1);
        return JsonReading{std::nullopt, {{QStringLiteral("$"), QLatin1StringView(code), params}}};
    };
    if (json.size() > bounds.bytes)
        return refuse("fileTooLarge", 1, {{QStringLiteral("max"), bounds.bytes}});
    if (json.startsWith("\xEF\xBB\xBF"))
        return refuse("byteOrderMark", 1);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    int line = 1; // line by line, to say where
    QString text;
    text.reserve(json.size());
    for (qsizetype from = 0; from < json.size(); ++line) {
        const qsizetype end = json.indexOf('\n', from);
        const qsizetype to = end < 0 ? json.size() : end + 1;
        text += decoder.decode(QByteArrayView(json).sliced(from, to - from));
        if (decoder.hasError())
            return refuse("notUtf8", line);
        from = to;
    }
    Parser parser(text, bounds, allRepeated);
    auto root = parser.document();
    return {std::move(root), parser.errors()};
}

} // namespace

Result<JsonNode> parseStrictJson(const QByteArray &json, const JsonBounds &bounds) {
    JsonReading read = readJson(json, bounds, false);
    if (!read.root)
        return fail(Error(std::move(read.errors)));
    return std::move(*read.root);
}

JsonReading readStrictJson(const QByteArray &json, const JsonBounds &bounds) {
    return readJson(json, bounds, true);
}

QString jsonText(const QString &text) {
    QString out(u'"');
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"':
            out += QStringLiteral("\\\"");
            break;
        case u'\\':
            out += QStringLiteral("\\\\");
            break;
        case u'\n':
            out += QStringLiteral("\\n");
            break;
        case u'\t':
            out += QStringLiteral("\\t");
            break;
        default:
            if (c < QChar(0x20))
                out += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
            else
                out += c;
        }
    }
    return out + u'"';
}

} // namespace latchkey
