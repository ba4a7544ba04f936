#include "core/wire/rules_json.h"

#include "core/policy/rules.h"

#include <QJsonArray>

namespace latchkey::wire {

namespace {

class RuleReader {
public:
    RuleReader(const JsonNode &node, QString path, QList<FieldError> &errors)
        : m_node(node)
        , m_path(std::move(path))
        , m_errors(errors) {}

    GatewayRule read() {
        GatewayRule rule;
        if (m_node.kind != JsonNode::Kind::Object) {
            bad(m_node, {}, "notAnObject");
            return rule;
        }
        bool path = false, scope = false, anyKey = false;
        for (qsizetype i = 0; i < m_node.keys.size(); ++i) {
            const QString &key = m_node.keys[i];
            const JsonNode &value = m_node.items[i];
            if (key == QStringLiteral("method"))
                methods(value, rule);
            else if (key == QStringLiteral("path"))
                path = text(value, key, &rule.path);
            else if (key == QStringLiteral("scope"))
                scope = text(value, key, &rule.scope);
            else if (key == QStringLiteral("anyKey"))
                anyKey = onlyTrue(value);
            else if (key == QStringLiteral("environment"))
                rule.environment = word(value, key, environmentFromWord);
            else if (key == QStringLiteral("type"))
                rule.type = word(value, key, keyTypeFromWord);
            else
                bad(value, key, "unknownField");
        }
        if (!path && !m_node.member(u"path"))
            bad(m_node, {}, "missing", {{QStringLiteral("name"), QStringLiteral("path")}});
        if ((m_node.member(u"scope") != nullptr) == anyKey)
            bad(m_node, {}, "whoPasses");
        if (scope && rule.scope.isEmpty())
            bad(*last(QStringLiteral("scope")), QStringLiteral("scope"), "badScope");
        const QList<FieldError> faults = policy::faultsOf(rule);
        for (const FieldError &f : faults) {
            const QString field = f.field == QStringLiteral("methods") ? QStringLiteral("method") : f.field;
            if (const JsonNode *at = last(field); at && !(field == QStringLiteral("path") && !path))
                bad(*at, field, f.code.toLatin1().constData(), f.params);
        }
        return rule;
    }

private:
    /// Of a field that stands twice, that is the value in the rule.
    [[nodiscard]] const JsonNode *last(const QString &field) const {
        const qsizetype at = m_node.keys.lastIndexOf(field);
        return at < 0 ? nullptr : &m_node.items[at];
    }
    void bad(const JsonNode &at, const QString &field, const char *code, QVariantMap params = {}) {
        params.insert(QStringLiteral("line"), at.line);
        params.insert(QStringLiteral("column"), at.column);
        m_errors.append({field.isEmpty() ? m_path : m_path + u'.' + field, QLatin1StringView(code), params});
    }
    bool text(const JsonNode &n, const QString &field, QString *into) {
        if (n.kind != JsonNode::Kind::Text) {
            bad(n, field, "notAText");
            return false;
        }
        *into = n.text;
        return true;
    }
    bool onlyTrue(const JsonNode &n) {
        const bool is = n.kind == JsonNode::Kind::Bool && n.flag;
        if (!is)
            bad(n, QStringLiteral("anyKey"), "onlyTrue");
        return is;
    }
    template<typename F>
    auto word(const JsonNode &n, const QString &field, F from) -> decltype(from(QString())) {
        QString t;
        if (!text(n, field, &t))
            return std::nullopt;
        auto found = from(t);
        if (!found)
            bad(n, field, "badWord");
        return found;
    }
    void methods(const JsonNode &n, GatewayRule &rule) {
        const QString field = QStringLiteral("method");
        QString one;
        if (n.kind != JsonNode::Kind::List) {
            if (text(n, field, &one))
                rule.methods = {one};
            return;
        }
        for (const JsonNode &item : n.items) {
            if (text(item, field, &one))
                rule.methods.append(one);
        }
        if (n.items.isEmpty())
            bad(n, field, "noMethods");
    }

    const JsonNode &m_node;
    QString m_path;
    QList<FieldError> &m_errors;
};

QJsonObject jsonOf(const GatewayRule &r) {
    QJsonObject o{{QStringLiteral("path"), r.path}};
    if (!r.methods.isEmpty())
        o.insert(QStringLiteral("method"), QJsonArray::fromStringList(r.methods));
    if (r.scope.isEmpty())
        o.insert(QStringLiteral("anyKey"), true);
    else
        o.insert(QStringLiteral("scope"), r.scope);
    if (r.environment)
        o.insert(QStringLiteral("environment"), toWord(*r.environment));
    if (r.type)
        o.insert(QStringLiteral("type"), toWord(*r.type));
    return o;
}

} // namespace

QJsonArray toJson(const QList<GatewayRule> &rules) {
    QJsonArray list;
    for (const GatewayRule &r : rules)
        list.append(jsonOf(r));
    return list;
}

QList<GatewayRule> rulesFrom(const JsonNode &list, const QString &path, QList<FieldError> &errors) {
    QList<GatewayRule> rules;
    const QVariantMap at{{QStringLiteral("line"), list.line}, {QStringLiteral("column"), list.column}};
    if (list.kind != JsonNode::Kind::List) {
        errors.append({path, QStringLiteral("notAList"), at});
        return rules;
    }
    if (list.items.size() > MostRules) {
        QVariantMap params = at;
        params.insert(QStringLiteral("max"), static_cast<qint64>(MostRules));
        errors.append({path, QStringLiteral("tooMany"), params});
        return rules;
    }
    for (qsizetype i = 0; i < list.items.size(); ++i)
        rules.append(RuleReader(list.items[i], path + u'[' + QString::number(i) + u']', errors).read());
    return rules;
}

QJsonObject toJson(const RuleBook &book) {
    QJsonObject o{{QStringLiteral("rules"), toJson(book.kept.rules)},
                  {QStringLiteral("version"), counterText(book.kept.version)},
                  {QStringLiteral("changedBy"),
                   book.kept.changedBy.isEmpty() ? QJsonValue() : QJsonValue(book.kept.changedBy)},
                  {QStringLiteral("fixed"), book.fixed ? QJsonValue(toJson(*book.fixed)) : QJsonValue()}};
    o.insert(QStringLiteral("environment"),
             book.environment ? QJsonValue(toWord(*book.environment)) : QJsonValue());
    return o;
}

Result<RuleBook> ruleBookFrom(const JsonNode &node) {
    QList<FieldError> errors;
    ObjectReader r(node, {}, errors, Strictness::Answer);
    RuleBook book;
    if (const JsonNode *list = r.require("rules"))
        book.kept.rules = rulesFrom(*list, QStringLiteral("rules"), errors);
    book.kept.version = r.counter("version", true).value_or(1);
    book.kept.changedBy = r.text("changedBy");
    if (const JsonNode *fixed = r.take("fixed"))
        book.fixed = rulesFrom(*fixed, QStringLiteral("fixed"), errors);
    book.environment = r.word("environment", [](QStringView w) { return environmentFromWord(w); });
    if (!errors.isEmpty())
        return fail(Error(errors));
    return book;
}

} // namespace latchkey::wire
