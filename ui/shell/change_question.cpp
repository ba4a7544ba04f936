#include "ui/shell/change_question.h"

#include <QCoreApplication>

namespace latchkey::ui {

namespace {

class Question {
    Q_DECLARE_TR_FUNCTIONS(ChangeQuestion)
public:
    /// Of one key; its name may be unknown.
    static ChangeQuestion one(const QString &action, const QString &key) {
        const auto is = [&action](const char *a) { return action == QLatin1StringView(a); };
        if (is("key.create"))
            return {tr("Create “%1”?").arg(key), tr("Create")};
        if (is("key.activate"))
            return {tr("Activate “%1”?").arg(key), tr("Activate")};
        if (is("key.deactivate"))
            return {tr("Deactivate “%1”?").arg(key), tr("Deactivate")};
        if (is("key.restore"))
            return {tr("Restore “%1”?").arg(key), tr("Restore")};
        if (is("key.delete") || is("key.purge"))
            return {tr("Delete “%1”?").arg(key), tr("Delete")};
        if (is("key.revoke"))
            return {tr("Revoke “%1”?").arg(key), tr("Revoke")};
        if (is("key.rename"))
            return {tr("Rename “%1”?").arg(key), tr("Rename")};
        if (is("key.undo"))
            return {tr("Undo the change of “%1”?").arg(key), tr("Undo")};
        if (is("key.extendOld"))
            return {tr("Let the old key of “%1” work longer?").arg(key), tr("Extend")};
        if (is("key.stopOld"))
            return {tr("Stop the old key of “%1”?").arg(key), tr("Stop")};
        if (is("key.dismissExposure"))
            return {tr("Dismiss the alert that “%1” may be exposed?").arg(key), tr("Dismiss")};
        return {tr("Change “%1”?").arg(key), tr("Change")};
    }

    static ChangeQuestion many(const QString &action, qint64 count) {
        const int n = static_cast<int>(qMin<qint64>(count, std::numeric_limits<int>::max()));
        const auto is = [&action](const char *a) { return action == QLatin1StringView(a); };
        if (is("key.create"))
            return {tr("Create %Ln keys?", nullptr, n), tr("Create")};
        if (is("key.activate"))
            return {tr("Activate %Ln keys?", nullptr, n), tr("Activate")};
        if (is("key.deactivate"))
            return {tr("Deactivate %Ln keys?", nullptr, n), tr("Deactivate")};
        if (is("key.restore"))
            return {tr("Restore %Ln keys?", nullptr, n), tr("Restore")};
        if (is("key.delete") || is("key.purge"))
            return {tr("Delete %Ln keys?", nullptr, n), tr("Delete")};
        if (is("key.revoke"))
            return {tr("Revoke %Ln keys?", nullptr, n), tr("Revoke")};
        if (is("key.undo"))
            return {tr("Undo the change of %Ln keys?", nullptr, n), tr("Undo")};
        return {tr("Change %Ln keys?", nullptr, n), tr("Change")};
    }

    static ChangeQuestion ofVault(const QString &action, const QString &name) {
        const auto is = [&action](const char *a) { return action == QLatin1StringView(a); };
        if (is("catalogue.undo"))
            return {tr("Undo the change of the permission catalogue?"), tr("Undo")};
        if (action.startsWith(QLatin1StringView("catalogue.")))
            return {tr("Save the permission catalogue?"), tr("Save")};
        if (is("rules.undo"))
            return {tr("Undo the change of the rules of gateways?"), tr("Undo")};
        if (action.startsWith(QLatin1StringView("rules.")))
            return {tr("Save the rules of gateways?"), tr("Save")};
        if (is("customer.undo"))
            return {tr("Undo the change of the customer “%1”?").arg(name), tr("Undo")};
        if (is("customer.remove"))
            return {tr("Delete the customer “%1”?").arg(name), tr("Delete")};
        if (action.startsWith(QLatin1StringView("customer.")))
            return {tr("Save the customer “%1”?").arg(name), tr("Save")};
        return {tr("Change how long deleted keys are kept?"), tr("Change")};
    }
};

} // namespace

ChangeQuestion questionOf(const PlannedChange &change) {
    if (!change.action.startsWith(QLatin1StringView("key.")))
        return Question::ofVault(change.action, change.name);
    return change.count == 1 ? Question::one(change.action, change.name)
                             : Question::many(change.action, change.count);
}

} // namespace latchkey::ui
