#include "ui/platform/color_scheme.h"

#include <CoreFoundation/CoreFoundation.h>

namespace latchkey::ui {

namespace {

bool flag(CFStringRef key, CFStringRef application) {
    Boolean exists = false;
    return CFPreferencesGetAppBooleanValue(key, application, &exists) && exists;
}

void onThemeChanged(CFNotificationCenterRef, void *owner, CFNotificationName, const void *, CFDictionaryRef) {
    emit static_cast<ColorScheme *>(owner)->changed();
}

} // namespace

struct ColorScheme::State {};

ColorScheme::ColorScheme(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>()) {
    CFNotificationCenterAddObserver(CFNotificationCenterGetDistributedCenter(), this, onThemeChanged,
                                    CFSTR("AppleInterfaceThemeChangedNotification"), nullptr,
                                    CFNotificationSuspensionBehaviorDeliverImmediately);
}

ColorScheme::~ColorScheme() {
    CFNotificationCenterRemoveEveryObserver(CFNotificationCenterGetDistributedCenter(), this);
}

bool ColorScheme::dark() const {
    CFPropertyListRef value =
        CFPreferencesCopyAppValue(CFSTR("AppleInterfaceStyle"), kCFPreferencesCurrentApplication);
    const bool dark = value && CFGetTypeID(value) == CFStringGetTypeID() &&
                      CFStringCompare(static_cast<CFStringRef>(value), CFSTR("Dark"), 0) == kCFCompareEqualTo;
    if (value)
        CFRelease(value);
    return dark;
}

bool ColorScheme::highContrast() const {
    return flag(CFSTR("increaseContrast"), CFSTR("com.apple.universalaccess"));
}
bool ColorScheme::reducedMotion() const {
    return flag(CFSTR("reduceMotion"), CFSTR("com.apple.universalaccess"));
}

} // namespace latchkey::ui
