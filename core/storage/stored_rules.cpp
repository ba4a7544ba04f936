#include "core/storage/stored_rules.h"

#include "core/model/futures.h"
#include "core/policy/rules.h"
#include "core/wire/rules_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace latchkey {

namespace {

QList<FieldError> faultsOfAll(const QList<GatewayRule> &rules) {
    QList<FieldError> all;
    if (rules.size() > MostRules)
        all.append({QStringLiteral("rules"),
                    QStringLiteral("tooMany"),
                    {{QStringLiteral("max"), static_cast<qint64>(MostRules)}}});
    for (qsizetype i = 0; i < rules.size() && all.size() < 50; ++i) {
        QList<FieldError> faults = policy::faultsOf(rules[i]);
        for (FieldError &f : faults) {
            f.field = QStringLiteral("rules[%1].%2").arg(i).arg(f.field);
            all.append(std::move(f));
        }
    }
    return all;
}

/// The rules and their audit row in one transaction, or nothing.
Result<vault_record::Identity> write(QSqlDatabase &db, const RulesChange &c, const QString &path) {
    sql::WriteTransaction tx(db);
    if (!tx.begun())
        return fail(tx.begun().error());
    const auto before = vault_record::identify(db, path, false); // damaged: nothing is written over it
    if (!before)
        return fail(before.error());
    if (before->rules.version != c.expectedVersion)
        return fail(ErrorCode::Conflict, {{QStringLiteral("rules"), true},
                                          {QStringLiteral("changedBy"), before->rules.changedBy},
                                          {QStringLiteral("version"), before->rules.version}});
    const RulesDifference d = difference(before->rules.rules, c.rules);
    AuditEvent event;
    event.at = c.at;
    event.actor = c.actor;
    event.action = c.action;
    event.before = {{QStringLiteral("rules"), QJsonArray::fromStringList(d.removed)}};
    event.after = {{QStringLiteral("rules"), QJsonArray::fromStringList(d.added)}};
    const QByteArray json = QJsonDocument(wire::toJson(c.rules)).toJson(QJsonDocument::Compact);
    return vault_record::commit(db, tx, event,
                                {{QStringLiteral("rules"), QString::fromUtf8(json)},
                                 {QStringLiteral("rules_version"), QString::number(c.expectedVersion + 1)},
                                 {QStringLiteral("rules_changed_by"), c.actor}},
                                path);
}

} // namespace

StoredRules::StoredRules(DbThread &writer, const vault_record::Identity &identity, Follow follow)
    : m_writer(writer)
    , m_identity(identity)
    , m_follow(std::move(follow)) {}

QFuture<Result<RuleBook>> StoredRules::rules() {
    return ready<Result<RuleBook>>(RuleBook{m_identity.rules, {}, {}});
}

QFuture<Result<RuleBook>> StoredRules::change(const RulesChange &c) {
    if (m_identity.info.readOnly)
        return ready<Result<RuleBook>>(
            fail(ErrorCode::ReadOnly, {{QStringLiteral("path"), m_identity.info.location}}));
    if (auto faults = faultsOfAll(c.rules); !faults.isEmpty())
        return ready<Result<RuleBook>>(fail(Error(std::move(faults))));
    const Answer<Result<RuleBook>> answer; // given when this backend knows of them itself
    m_writer.run([c, path = m_identity.info.location](QSqlDatabase &db) { return write(db, c, path); }) |
        then(this, [this, answer](const Result<vault_record::Identity> &identity) {
            if (!identity)
                return answer.give(fail(identity.error()));
            m_follow(*identity);
            answer.give(RuleBook{identity->rules, {}, {}});
        });
    return answer.future();
}

} // namespace latchkey
