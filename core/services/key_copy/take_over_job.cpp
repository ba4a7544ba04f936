#include "core/services/key_copy/take_over_job.h"

#include "core/backend/change_gate.h"
#include "core/model/futures.h"

namespace latchkey {

namespace {
QString placeOf(const QString &name, Environment e) {
    return toWord(e) + u'/' + name;
}

/// What the key lacks that the other one has.
KeyConfig completed(const ApiKey &here, const ApiKey &there) {
    KeyConfig c = here.config;
    const KeyConfig &other = there.config;
    if (c.owner.isEmpty())
        c.owner = other.owner;
    if (c.note.isEmpty())
        c.note = other.note;
    for (const QString &tag : other.tags) {
        if (!c.tags.contains(tag))
            c.tags.append(tag);
    }
    if (!here.service)
        return c;
    if (!c.environmentKnown && other.environmentKnown) {
        c.environment = other.environment;
        c.environmentKnown = true;
    }
    const bool same =
        there.service && there.service->id == here.service->id; // then its token is the same too
    if (same && c.storedIn.isEmpty())
        c.storedIn = other.storedIn;
    return c;
}
} // namespace

TakeOverJob::TakeOverJob(KeyService &service, Task task)
    : m_service(service)
    , m_task(std::move(task)) {
    m_pool.setMaxThreadCount(1);
}

TakeOverJob::~TakeOverJob() {
    m_pool.waitForDone();
}

void TakeOverJob::start() {
    if (const auto may = m_service.mayWrite(); !may)
        return stop({JobState::Failed, may.error()});
    readHere();
}

void TakeOverJob::cancel() {
    m_cancelled = true;
    m_reading.reset();
    if (!m_busy)
        stop({JobState::Cancelled, {}});
}

void TakeOverJob::readHere() {
    m_reading = std::make_unique<KeyReading>(m_service.backend(), KeyFilter(), KeyReading::Depth::AsListed);
    connect(m_reading.get(), &KeyReading::failed, this, [this](const Error &e) {
        stop({JobState::Failed, e});
    });
    connect(m_reading.get(), &KeyReading::finished, this, [this](const QList<ApiKey> &keys) {
        for (const ApiKey &k : keys) {
            const bool anywhere = k.service && !k.config.environmentKnown;
            for (const Environment e : AllEnvironments) {
                if (anywhere || k.config.environment == e)
                    m_here[placeOf(k.config.name, e)].append(k);
            }
            if (k.service)
                m_hereById.insert(k.service->id, k);
        }
        // Its reading ends with this signal: not from inside it.
        QMetaObject::invokeMethod(this, &TakeOverJob::readThere, Qt::QueuedConnection);
    });
    m_reading->start();
}

void TakeOverJob::readThere() {
    if (m_over)
        return;
    // Permissions are asked for only where new keys can be made of them.
    const bool makes = m_service.backend().capabilities().ownTokens;
    m_reading =
        std::make_unique<KeyReading>(m_task.from->backend(), m_task.filter,
                                     makes ? KeyReading::Depth::Permissions : KeyReading::Depth::AsListed);
    connect(m_reading.get(), &KeyReading::failed, this, [this](const Error &e) {
        stop({JobState::Failed, e});
    });
    connect(m_reading.get(), &KeyReading::finished, this, [this](const QList<ApiKey> &keys) {
        m_there = keys;
        QMetaObject::invokeMethod(this, &TakeOverJob::begin, Qt::QueuedConnection);
    });
    m_reading->start();
}

void TakeOverJob::begin() {
    m_reading.reset();
    if (m_over)
        return;
    if (!m_task.dryRun && !m_task.tokenFile.isEmpty()) {
        m_tokens = std::make_shared<TokenFile>();
        if (auto made = m_tokens->create(m_task.tokenFile); !made)
            return stop({JobState::Failed, made.error()});
    }
    next();
}

void TakeOverJob::next() {
    tell();
    if (m_cancelled)
        return stop({JobState::Cancelled, {}});
    if (m_at >= m_there.size()) {
        m_report.complete = true;
        return stop({JobState::Done, {}});
    }
    m_new.clear();
    m_bases.clear();
    m_changes.clear();
    for (const qsizetype end = qMin(m_at + Chunk, m_there.size()); m_at < end; ++m_at)
        judge(m_there[m_at]);
    if (!m_task.dryRun)
        return writeNew();
    m_report.created += m_new.size();
    m_report.changed += m_bases.size();
    QMetaObject::invokeMethod(this, &TakeOverJob::next, Qt::QueuedConnection); // the window gets its turn
}

void TakeOverJob::judge(const ApiKey &key) {
    if (key.damaged)
        return refuse(key, Error(ErrorCode::Damaged, {{QStringLiteral("id"), key.id.toString()}}));
    if (key.service) {
        if (const auto same = m_hereById.constFind(key.service->id); same != m_hereById.constEnd())
            return judgeKnown(key, *same);
    }
    const Environment e = m_task.environment.value_or(key.config.environment);
    if (!m_task.environment && !key.config.environmentKnown)
        return refuse(key, "unknownThere");
    const QString name = placeOf(key.config.name, e);
    if (m_taken.contains(name))
        return refuse(key, "twiceThere");
    m_taken.insert(name);
    const QList<ApiKey> here = m_here.value(name);
    if (here.size() > 1)
        return refuse(key, "severalOfThatName");
    if (here.size() == 1)
        return judgeKnown(key, here.first());
    judgeNew(key);
}

void TakeOverJob::judgeNew(const ApiKey &key) {
    const VaultBackend &backend = m_service.backend();
    if (!backend.capabilities().ownTokens)
        return refuse(key, "oneByOne"); // a service tells a key once, and to a person
    const CopyPlan plan = planCopy(
        key, {backend.catalogue(), backend.capabilities(), m_service.principal(), m_task.environment},
        m_service.clock().now());
    if (plan.gaps.contains(CopyGap::NotActive))
        return refuse(key, "notActive");
    const ScopeSet lacking = plan.unknown.united(plan.otherType).united(plan.notHeld);
    if (!lacking.isEmpty() || !plan.scopesKnown || plan.gaps.contains(CopyGap::Type))
        return refuse(key, "notAllPermissions", {{QStringLiteral("scopes"), lacking.toString()}});
    if (plan.widens())
        return refuse(key, "wouldBeWider");
    if (m_task.tokenFile.isEmpty())
        return refuse(key, "noTokenWanted");
    auto planned = m_service.planCreate(plan.config);
    if (!planned)
        return refuse(key, planned.error());
    if (m_task.dryRun)
        planned->token.reset();
    m_new.append({key, std::move(*planned)});
}

void TakeOverJob::judgeKnown(const ApiKey &key, const ApiKey &here) {
    const KeyConfig config = normalised(completed(here, key));
    if (config == here.config) {
        ++m_report.unchanged;
        return;
    }
    auto plan = m_service.planEdit(here, config, QStringLiteral("key.import"));
    if (!plan)
        return refuse(key, plan.error());
    if (m_changes.contains(here.id))
        return refuse(key, "twiceThere");
    m_bases.append(here);
    m_changes.insert(here.id, {key, *plan});
}

/// New tokens are on the disk before their keys are in the vault.
void TakeOverJob::writeNew() {
    if (m_new.isEmpty())
        return writeChanged();
    m_busy = true;
    inBackground(m_pool, [tokens = m_tokens, keys = m_new]() -> Outcome {
        for (const Planned &p : keys) {
            if (p.key.token)
                tokens->add(p.key.key.id, p.key.key.config.name, *p.key.token);
        }
        return tokens->sync();
    }) | then(this, [this](const Outcome &saved) {
        m_busy = false;
        if (!saved)
            return stop({JobState::Failed, saved.error()});
        if (m_cancelled)
            return stop({JobState::Cancelled, {}});
        storeNew();
    });
}

void TakeOverJob::storeNew() {
    QList<NewKey> keys;
    for (const Planned &p : std::as_const(m_new))
        keys.append(p.key.key);
    m_busy = true;
    const Agreed agreed(m_service.backend().gate()); // the sheet that asked for this job
    m_service.createMany(keys) | then(this, [this](const Result<QList<Result<ApiKey>>> &made) {
        m_busy = false;
        if (!made)
            return stop({JobState::Failed, made.error()});
        for (qsizetype i = 0; i < made->size(); ++i) {
            if (const Result<ApiKey> &one = made->at(i); one) {
                ++m_report.created;
                m_report.made.append({one->id, one->version});
            } else {
                refuse(m_new[i].source, one.error());
            }
        }
        writeChanged();
    });
}

void TakeOverJob::writeChanged() {
    if (m_bases.isEmpty() || m_cancelled)
        return next();
    m_busy = true;
    const Agreed agreed(m_service.backend().gate());
    m_service.changeMany(m_bases, [this](const ApiKey &k) -> Result<KeyChange> {
        return m_changes[k.id].second;
    }) | then(this, [this](const Result<QList<Result<ApiKey>>> &changed) {
        m_busy = false;
        if (!changed)
            return stop({JobState::Failed, changed.error()});
        for (qsizetype i = 0; i < changed->size(); ++i) {
            const Result<ApiKey> &one = changed->at(i);
            if (!one) {
                refuse(m_changes[m_bases[i].id].first, one.error());
                continue;
            }
            ++m_report.changed;
            m_report.edited.append({one->id, one->version});
            m_report.before.insert(one->id, m_bases[i].config);
        }
        next();
    });
}

void TakeOverJob::refuse(const ApiKey &key, const Error &e) {
    ++m_report.invalid;
    emit failed({{}, key.config.name, 0, {}}, e);
}

void TakeOverJob::refuse(const ApiKey &key, const char *code, const QVariantMap &params) {
    refuse(key, Error({FieldError{{}, QLatin1StringView(code), params}}));
}

void TakeOverJob::tell() {
    emit progress(
        {m_at, m_there.size(), m_report.created + m_report.changed, m_report.unchanged, m_report.invalid});
}

void TakeOverJob::stop(const JobEnd &end) {
    if (std::exchange(m_over, true))
        return;
    m_report.error = end.error;
    tell();
    emit reported(m_report);
    emit finished(end);
}

} // namespace latchkey
