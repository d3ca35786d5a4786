/** All that runs on the page for sorting connections, as one script that asks for nothing: the page's policy allows no request. */
import '../menu/define.ts';
import '../colours/define.ts';
import './define.ts';
