#pragma once

#include "core/model/error.h"
#include "core/model/instant.h"
#include "core/model/key_id.h"
#include "core/model/strict_json.h"

#include <QSet>
#include <optional>

namespace latchkey::wire {

/// RFC 3339 in UTC with milliseconds, and nothing else: `2026-11-21T16:30:00.000Z`. A time zone, more or
/// fewer digits, a leap second or a day that is not there: nothing.
std::optional<Instant> instantFrom(QStringView text);
/// A 64-bit counter as it stands on the wire, in a string: decimal, no sign, no leading zero.
std::optional<qint64> counterFrom(QStringView text);
inline QString counterText(qint64 n) {
    return QString::number(n);
}

/// Requests are refused for a member that is not known; answers of a newer server are read all the same.
enum class Strictness : quint8 { Request, Answer };

/// Reads the members of one JSON object and collects what is wrong with them, each under its path as core
/// writes it ("limits.minute", "changes[2].id"). Codes: notAnObject, unknownField, readOnly, missing,
/// notAText, notAFlag, notANumber, notAList, badTime, badId, badCounter, badVerifier, badWord, tooMany
/// ("max"), outOfRange ("min", "max").
class ObjectReader {
public:
    /// `path` is empty for the document itself.
    ObjectReader(const JsonNode &node, QString path, QList<FieldError> &errors, Strictness strictness);

    [[nodiscard]] bool isObject() const { return m_object != nullptr; }
    [[nodiscard]] bool has(const char *name) const;
    [[nodiscard]] Strictness strictness() const { return m_strictness; }
    [[nodiscard]] QList<FieldError> &errors() const { return m_errors; }
    [[nodiscard]] QString pathOf(const char *name) const;
    void bad(const char *name, const char *code, QVariantMap params = {}) const;

    /// A member that is there and not null; null counts as not there.
    const JsonNode *take(const char *name);
    /// As take(); without it "missing".
    const JsonNode *require(const char *name);

    QString text(const char *name, bool required = false);
    std::optional<bool> flag(const char *name);
    std::optional<qint64> number(const char *name, qint64 least, qint64 most);
    std::optional<qint64> counter(const char *name, bool required = false);
    std::optional<Instant> instant(const char *name, bool required = false);
    KeyId id(const char *name, bool required = false);
    QStringList texts(const char *name, qsizetype most);
    QList<KeyId> ids(const char *name, qsizetype most);
    const QList<JsonNode> &list(const char *name, qsizetype most);
    /// A word out of a fixed set; `from` is a function from QStringView to std::optional.
    template<typename F>
    auto word(const char *name, F from, bool required = false) -> decltype(from(QStringView())) {
        const JsonNode *n = required ? require(name) : take(name);
        if (!n)
            return std::nullopt;
        if (n->kind == JsonNode::Kind::Text) {
            if (auto found = from(QStringView(n->text)))
                return found;
        }
        bad(name, "badWord");
        return std::nullopt;
    }
    /// Names that a request may not say.
    void refuse(std::initializer_list<const char *> readOnly);
    /// What was not asked for is unknown. Call it last.
    void finish();

private:
    const JsonNode *m_object = nullptr;
    QString m_path;
    QList<FieldError> &m_errors;
    Strictness m_strictness;
    QSet<QString> m_seen;
};

/// The whole of a body, read strictly. JSON errors have codes of parseStrictJson and a path without "$.".
Result<JsonNode> parseBody(const QByteArray &json, const JsonBounds &bounds);
/// For answers, of at most so many values.
Result<JsonNode> parseAnswer(const QByteArray &json, int mostValues = 4'000'000);

} // namespace latchkey::wire
