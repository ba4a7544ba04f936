-- LuaHookAccessChecker: asks latchkeyd whether this request may pass.
local socket = require "socket"
local address, port, seconds = "127.0.0.1", 8093, 1

local identity = { "X-Auth-Key-Id", "X-Auth-Key-Name", "X-Auth-Environment", "X-Auth-Customer", "X-Auth-Scopes" }

-- Status and fields (names in lower case) of the answer; nothing without one.
local function ask(lines)
  local line = socket.tcp()
  line:settimeout(seconds)
  if not line:connect(address, port) or not line:send(table.concat(lines, "\r\n") .. "\r\n\r\n") then
    line:close()
    return nil
  end
  local first = line:receive("*l")
  local status = first and tonumber(first:match("^HTTP/1%.1 (%d%d%d) "))
  local fields = {}
  while status do
    local text = line:receive("*l")
    if not text then
      status = nil -- cut off: no answer
    elseif text == "" then
      break
    else
      local name, value = text:match("^([^:]+):%s*(.-)%s*$")
      if name then
        fields[name:lower()] = value
      end
    end
  end
  line:close()
  return status, fields
end

function check(r)
  if not r.is_initial_req then
    return apache2.DECLINED
  end
  if r.subprocess_env["latchkey_forged"] then
    return 400
  end
  local lines = {
    "GET /v1/forward-auth HTTP/1.1", "Host: latchkeyd", "Connection: close",
    "X-Forwarded-Method: " .. r.method, "X-Forwarded-Uri: " .. r.unparsed_uri,
    "X-Forwarded-For: " .. r.useragent_ip,
  }
  for _, name in ipairs({ "Authorization", "X-Api-Key", "User-Agent" }) do
    local value = r.headers_in[name]
    if value then
      lines[#lines + 1] = name .. ": " .. value
    end
  end
  local status, fields = ask(lines)
  if status == 200 then
    for _, name in ipairs(identity) do
      r.headers_in[name] = fields[name:lower()] or ""
    end
    return apache2.OK
  end
  if status ~= 401 and status ~= 403 and status ~= 429 then
    return 503
  end
  r.err_headers_out["Cache-Control"] = "no-store"
  for _, name in ipairs({ "WWW-Authenticate", "Retry-After" }) do
    if fields[name:lower()] then
      r.err_headers_out[name] = fields[name:lower()]
    end
  end
  return status
end
